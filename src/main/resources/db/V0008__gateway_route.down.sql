DROP TABLE model_target;
DROP TABLE model_route;
DROP TABLE model_provider_key;
DROP TABLE model_provider;
