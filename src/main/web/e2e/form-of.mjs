// The fields of a multipart body, as far as the fake server needs them.
export function formOf(body, type) {
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? '';
  const parts = body.toString('latin1').split(`--${boundary}`);
  const field = (name) => parts.find((part) => part.includes(`name="${name}"`));
  return (name) => {
    const part = field(name) ?? '';
    return Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1');
  };
}
