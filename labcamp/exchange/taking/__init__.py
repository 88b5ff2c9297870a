"""What was found is taken over: told from what is there, named as we name things, without what is private."""
