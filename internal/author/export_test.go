package author

// Stale is a little more than the age at which a file that waits is taken for left behind.
const Stale = stale + stale
