DROP TABLE setup_token;
DROP TABLE api_key;
DROP TABLE app_user;
DROP TABLE workspace;
