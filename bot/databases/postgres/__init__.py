"""One database for all schemas, which several processes share."""
