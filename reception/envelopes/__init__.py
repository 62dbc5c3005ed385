"""The opening register 拆封登记: batches of envelopes, their slips, and letters registered from them."""
