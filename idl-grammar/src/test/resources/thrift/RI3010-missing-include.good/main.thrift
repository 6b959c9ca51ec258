include "fb303.thrift"
service Store extends fb303.FacebookService {}
