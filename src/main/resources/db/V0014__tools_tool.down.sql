DROP TABLE tool_consent;
DROP TABLE tool_setting;
DROP TABLE tool;
DROP TABLE mcp_server;
