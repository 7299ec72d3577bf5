//! Files that only a passphrase opens: AES-GCM under a key that PBKDF2 makes of it, both by the browser.
//!
//! `{"format": "yaodian-sealed", "version": 1, "rounds": …, "salt": …, "iv": …, "data": …}`, bytes in base64.

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

const FORMAT: &str = "yaodian-sealed";
/// As recommended for PBKDF2 with SHA-256 in 2023 (OWASP): trying one passphrase takes a fraction of a second.
const ROUNDS: u32 = 600_000;

/// A sealed file.
pub struct Sealed {
    rounds: u32,
    salt: Vec<u8>,
    iv: Vec<u8>,
    data: Vec<u8>,
}

/// Whether the browser can seal here: it refuses on pages that came over a plain connection.
pub fn possible() -> bool {
    window().is_secure_context()
}

/// Seals a text; `None` where the browser refuses.
pub async fn seal(text: &str, passphrase: &str) -> Option<String> {
    let (salt, iv) = (random(16)?, random(12)?);
    // Whatever keyboard it is typed on next time.
    let key = key(&normalized(passphrase, "NFKC"), &salt, ROUNDS).await?;
    let sealed = subtle()?.encrypt_with_object_and_u8_array(&method(&iv), &key, text.as_bytes()).ok()?;
    let data = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
    let [salt, iv, data] = [salt, iv, data].map(|bytes| base64(&bytes));
    Some(format!(
        "{{\"format\": \"{FORMAT}\", \"version\": 1, \"rounds\": {ROUNDS}, \"salt\": \"{}\", \"iv\": \"{}\", \"data\": \"{}\"}}\n",
        salt?, iv?, data?
    ))
}

/// Reads the text of a file that may be a sealed one; `Err` with the version of a later kind.
pub fn sealed(text: &str) -> Option<Result<Sealed, u32>> {
    let text = text.trim_start_matches('\u{feff}');
    // Anything else need not be parsed as a whole. Notes can be long; a sealed file says what it is at its beginning.
    text.find(FORMAT).filter(|at| *at < 64)?;
    let file = JSON::parse(text).ok()?;
    let part = |name: &str| Reflect::get(&file, &name.into()).ok();
    part("format")?.as_string().filter(|format| format == FORMAT)?;
    let version = part("version")?.as_f64()? as u32;
    if version > 1 {
        return Some(Err(version));
    }
    let bytes = |name: &str| from_base64(&part(name)?.as_string()?);
    // A hostile file shall not keep the page busy for hours.
    let rounds = part("rounds")?.as_f64().filter(|rounds| (1.0..=10_000_000.0).contains(rounds))? as u32;
    Some(Ok(Sealed { rounds, salt: bytes("salt")?, iv: bytes("iv")?, data: bytes("data")? }))
}

/// What was sealed; `None` if the passphrase is another one or the file was changed.
///
/// The same passphrase may have been typed in other bytes: with letters in one piece or in two, with digits and letters
/// as wide as Chinese characters. All of them are tried.
pub async fn open(file: &Sealed, passphrase: &str) -> Option<Vec<u8>> {
    for spelling in spellings(passphrase) {
        if let Some(opened) = open_with(file, &spelling).await {
            return Some(opened);
        }
    }
    None
}

async fn open_with(file: &Sealed, passphrase: &str) -> Option<Vec<u8>> {
    let key = key(passphrase, &file.salt, file.rounds).await?;
    let opened = subtle()?.decrypt_with_object_and_u8_array(&method(&file.iv), &key, &file.data).ok()?;
    Some(Uint8Array::new(&JsFuture::from(opened).await.ok()?).to_vec())
}

/// How a passphrase may have been written, each way once, the likely ones first.
fn spellings(passphrase: &str) -> Vec<String> {
    let mut all = vec![passphrase.to_owned()];
    all.extend(["NFKC", "NFC", "NFD", "NFKD"].map(|form| normalized(passphrase, form)));
    let narrow = normalized(passphrase, "NFKC");
    all.extend([
        widened(&narrow, |char| char.is_ascii_digit()),
        widened(&narrow, |char| char.is_ascii_graphic()),
    ]);
    let mut different: Vec<String> = Vec::new();
    for spelling in all {
        if !different.contains(&spelling) {
            different.push(spelling);
        }
    }
    different
}

fn normalized(text: &str, form: &str) -> String {
    // It fails for forms that do not exist.
    js_sys::JsString::from(text).normalize(form).into()
}

/// With some characters as wide as Chinese ones.
fn widened(text: &str, wide: fn(char) -> bool) -> String {
    let widen = |char: char| char::from_u32(u32::from(char) + 0xfee0).filter(|_| wide(char)).unwrap_or(char);
    text.chars().map(widen).collect()
}

fn subtle() -> Option<SubtleCrypto> {
    possible().then(|| window().crypto().ok()).flatten().map(|crypto| crypto.subtle())
}

async fn key(passphrase: &str, salt: &[u8], rounds: u32) -> Option<CryptoKey> {
    let subtle = subtle()?;
    let secret = Uint8Array::from(passphrase.as_bytes());
    let derives = Array::of1(&"deriveKey".into());
    let raw = subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &derives).ok()?;
    let raw: CryptoKey = JsFuture::from(raw).await.ok()?.unchecked_into();
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", rounds.into()),
        ("salt", Uint8Array::from(salt).into()),
    ]);
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&how, &raw, &kind, false, &uses).ok()?;
    JsFuture::from(key).await.ok().map(JsCast::unchecked_into)
}

fn method(iv: &[u8]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv).into())])
}

fn object(parts: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in parts {
        // Plain objects take every name.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn random(length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// The browser's functions take bytes as characters.
fn base64(bytes: &[u8]) -> Option<String> {
    let characters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().btoa(&characters).ok()
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let characters = window().atob(text).ok()?;
    characters.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn letters_and_digits_become_as_wide_as_chinese_ones() {
        assert_eq!(widened("ab 12！é", |char| char.is_ascii_digit()), "ab １２！é");
        assert_eq!(widened("ab 12~!", |char| char.is_ascii_graphic()), "ａｂ １２～！");
    }
}
