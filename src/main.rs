//! temporary
use std::sync::Arc;
fn main() -> color_eyre::Result<()> {
    use kring::{
        clock::*,
        content::{Content, practice},
        store::{Store, files::Disk, folder::DataFolder},
        words::Language,
    };
    let args: Vec<String> = std::env::args().collect();
    let lang =
        if args.get(2).is_some_and(|l| l == "en") { Language::English } else { Language::Dutch };
    let files = Arc::new(Disk);
    let clock: Arc<dyn Clock> = match std::env::var_os(FileClock::VARIABLE) {
        Some(p) => Arc::new(FileClock::new(p.into(), files.clone())),
        None => Arc::new(SystemClock::new()),
    };
    let store = Store { files, folder: DataFolder::new(args[1].clone().into()), clock };
    if !store.has("vuurtoren") {
        let c = Content::load(lang)?;
        let now = store.clock.now();
        store.put("vuurtoren", &practice::make(lang, &c, now.date_naive(), *now.offset())?)?;
    }
    color_eyre::install()?;
    kring::app::runtime::run(store, lang, args.get(3).cloned())
}
