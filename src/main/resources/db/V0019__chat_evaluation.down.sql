DROP TABLE case_result;
DROP TABLE case_run;
DROP TABLE question_case;
