//! Shows the blocks of a workbook: `cargo run -p yaodian-sheets --example dump_workbook -- FILE`.

use yaodian_reading::document::describe;

fn main() {
    for name in std::env::args().skip(1) {
        println!("== {name}");
        match std::fs::read(&name) {
            Ok(bytes) => match yaodian_sheets::read(&bytes) {
                Ok(document) => print!("{}", describe(&document)),
                Err(error) => println!("{:?}: {error}", error.kind),
            },
            Err(error) => println!("{error}"),
        }
    }
}
