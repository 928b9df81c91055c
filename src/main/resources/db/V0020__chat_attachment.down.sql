DROP TABLE message_attachment;
DROP TABLE attachment;
