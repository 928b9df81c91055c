/** The head of a part of the panel. */
export function PanelHead({ title, text }: { title: string; text?: string }) {
  return (
    <>
      <h3 className="mt-7 text-sm font-semibold">{title}</h3>
      {text && <p className="mt-0.5 text-sm text-muted text-pretty">{text}</p>}
    </>
  );
}
