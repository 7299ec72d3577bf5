// Sealed backups, made and opened by another hand than the app's, from what the format says.
import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const bytes = (text) => Buffer.from(text, 'base64');

async function key(passphrase, salt, iterations) {
  const raw = await subtle.importKey('raw', Buffer.from(passphrase), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
  return subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals a text. */
export async function seal(text, passphrase, rounds = 1000) {
  const [salt, iv] = [16, 12].map((length) => webcrypto.getRandomValues(new Uint8Array(length)));
  const secret = await key(passphrase, salt, rounds);
  const data = await subtle.encrypt({ name: 'AES-GCM', iv }, secret, Buffer.from(text));
  const parts = { salt: base64(salt), iv: base64(iv), data: base64(data) };
  return JSON.stringify({ format: 'yaodian-sealed', version: 1, rounds, ...parts });
}

/** The text of a sealed file, and how often the passphrase was stirred. */
export async function unseal(file, passphrase) {
  const { rounds, salt, iv, data } = JSON.parse(file);
  const secret = await key(passphrase, bytes(salt), rounds);
  const opened = await subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, secret, bytes(data));
  return { rounds, text: Buffer.from(opened).toString() };
}
