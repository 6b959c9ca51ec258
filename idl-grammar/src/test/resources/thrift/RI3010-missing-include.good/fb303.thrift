service FacebookService {}
