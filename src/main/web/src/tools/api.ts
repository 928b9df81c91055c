import { call } from '../platform/http';
import type {
  AddedTools,
  McpServer,
  McpServerChecked,
  McpServerRequest,
  Tool,
  ToolImport,
  ToolImportPreview,
  ToolImportSource,
  ToolRequest,
  Tools,
  ToolTried,
} from '../wire/types';

const ROOT = '/api/v1/admin';

export const TOOLS = ['tools'] as const;

export const listTools = (signal: AbortSignal) => call<Tools>(`${ROOT}/tools`, { signal });

export const addTool = (tool: ToolRequest) =>
  call<Tool>(`${ROOT}/tools`, { method: 'POST', body: tool });

export const changeTool = (id: string, tool: ToolRequest) =>
  call<Tool>(`${ROOT}/tools/${id}`, { method: 'PUT', body: tool });

export const switchTool = (id: string, wish: { enabled?: boolean; side_effect?: boolean }) =>
  call<Tool>(`${ROOT}/tools/${id}`, { method: 'PATCH', body: wish });

export const removeTool = (id: string) => call<void>(`${ROOT}/tools/${id}`, { method: 'DELETE' });

export const tryTool = (id: string, args: unknown) =>
  call<ToolTried>(`${ROOT}/tools/${id}/try`, { method: 'POST', body: { arguments: args } });

export const switchTools = (stopped: boolean) =>
  call<Tools>(`${ROOT}/tool_switch`, { method: 'PUT', body: { stopped } });

export const switchBuiltin = (name: string, enabled: boolean) =>
  call<Tools>(`${ROOT}/tool_builtins/${name}`, { method: 'PUT', body: { enabled } });

export const previewImport = (source: ToolImportSource) =>
  call<ToolImportPreview>(`${ROOT}/tool_imports/preview`, { method: 'POST', body: source });

export const importTools = (wanted: ToolImport) =>
  call<AddedTools>(`${ROOT}/tool_imports`, { method: 'POST', body: wanted });

export const addServer = (server: McpServerRequest) =>
  call<McpServer>(`${ROOT}/mcp_servers`, { method: 'POST', body: server });

export const removeServer = (id: string) =>
  call<void>(`${ROOT}/mcp_servers/${id}`, { method: 'DELETE' });

export const checkServer = (id: string) =>
  call<McpServerChecked>(`${ROOT}/mcp_servers/${id}/check`, { method: 'POST' });

export const addFromServer = (id: string, tools: { remote: string; side_effect: boolean }[]) =>
  call<AddedTools>(`${ROOT}/mcp_servers/${id}/tools`, { method: 'POST', body: { tools } });
