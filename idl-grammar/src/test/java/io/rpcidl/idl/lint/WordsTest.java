package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are taken apart and put together again. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "productId, product id, productId, PRODUCT_ID",
        "product_id, product id, productId, PRODUCT_ID",
        "PRODUCT_ID, product id, productId, PRODUCT_ID",
        "HTTPServer, http server, httpServer, HTTP_SERVER",
        "userIDs, user ids, userIds, USER_IDS",
        "IDs, ids, ids, IDS",
        "x509Cert, x509 cert, x509Cert, X509_CERT",
        "price_2, price 2, price2, PRICE_2",
        "a, a, a, A",
        "tokenizer, tokenizer, tokenizer, TOKENIZER",
    })
    void takesNamesApart(String name, String words, String camelCase, String upperSnakeCase) {
        Words found = Words.of(name);
        assertEquals(words, String.join(" ", found.list()));
        assertEquals(camelCase, found.camelCase());
        assertEquals(upperSnakeCase, found.upperSnakeCase());
    }
}
