//! Finding items and points by characters or by pinyin.
