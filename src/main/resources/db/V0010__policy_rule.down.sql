DROP TABLE policy_rule_version;
DROP TABLE policy_rule;
