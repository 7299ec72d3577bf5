//! Shows the blocks of a file: `cargo run -p yaodian-reading --example dump -- FILE`.

use yaodian_reading::document::describe;
use yaodian_reading::formats;

fn main() {
    for name in std::env::args().skip(1) {
        println!("== {name}");
        match std::fs::read(&name) {
            Ok(bytes) => match formats::recognise(&bytes, &name).and_then(|kind| formats::read(kind, &bytes))
            {
                Ok(document) => print!("{}", describe(&document)),
                Err(error) => println!("{:?}: {error}", error.kind),
            },
            Err(error) => println!("{error}"),
        }
    }
}
