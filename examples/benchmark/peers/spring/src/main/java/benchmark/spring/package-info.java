/** What many have today: REST of Spring Boot, called by hand with the JDK's client. */
package benchmark.spring;
