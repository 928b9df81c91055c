DROP TABLE tool_setting;
DROP TABLE tool;
DROP TABLE mcp_server;
