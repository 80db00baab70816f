/**
 * A certificate for `localhost` that nobody trusts, until 2126; from
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const testCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUVAY20aRdWzB6gvJC8gEJwmXt2C4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTA4Mzg0MVoYDzIxMjYxMTA1
MDgzODQxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT4D7xxHgbIF8EyuE9/U6vVmd1sbsyR1iMokSNzIAo8JADwJZCgCZ2l
JT5Ns6Rh2qAWgVBzW5WEasnu6unJBJmqo28wbTAdBgNVHQ4EFgQU4ElO4tEPJzBw
a64KtixPelgOv0owHwYDVR0jBBgwFoAU4ElO4tEPJzBwa64KtixPelgOv0owDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgLe2Mw2T/XebQZkO+QJSBo6jPPHsKtPM5zAMj6H2Ht9gCIQCg
vhfbIYCwNIC2PpWifQiifEq26u52A1n9wWyrsy92yQ==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgljm46jFg3eDWU7le
fMnUSPyI5w+CS6sIMxQeZKHFqsGhRANCAAT4D7xxHgbIF8EyuE9/U6vVmd1sbsyR
1iMokSNzIAo8JADwJZCgCZ2lJT5Ns6Rh2qAWgVBzW5WEasnu6unJBJmq
-----END PRIVATE KEY-----
`,
}
