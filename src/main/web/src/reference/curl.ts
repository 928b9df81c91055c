import type { Contract, Operation } from './contract';
import { exampleOf } from './schema-text';

/** A call of the operation that can be pasted into a shell. */
export function curlOf(operation: Operation, contract: Contract, origin: string): string {
  const { method, path, spec, parameters } = operation;
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=…`)
    .join('&');
  const url = `${origin}${path.replaceAll(/\{(\w+)\}/g, '$$$1')}${query && `?${query}`}`;
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"${url}"`];
  if (spec['x-permission'] !== 'none') lines.push('-H "Authorization: Bearer $PARLEY_KEY"');
  const content = spec.requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  if (json) {
    const body = JSON.stringify(exampleOf(json, contract.components?.schemas), null, 2);
    lines.push('-H "Content-Type: application/json"', `-d '${body.replaceAll("'", "'\\''")}'`);
  }
  if (content['multipart/form-data']) lines.push('-F "file=@handbook.pdf"');
  if (spec.responses?.['200'] && streams(operation))
    lines.push('-H "Accept: text/event-stream" -N');
  return lines.join(' \\\n  ');
}

const streams = ({ spec }: Operation): boolean => {
  const answer = spec.responses?.['200'];
  const content = answer && 'content' in answer ? answer.content : undefined;
  return content?.['text/event-stream'] !== undefined && content['application/json'] === undefined;
};
