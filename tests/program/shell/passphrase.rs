//! `kring encrypt`, `decrypt` and `passphrase`, as a script uses them.

use std::path::PathBuf;

use kring::store::files::{Disk, Files};

use super::desk::{Desk, get, put};

/// A desk with a group of its own, and files with passphrases.
struct Locked {
    desk: Desk,
}

impl Locked {
    fn before() -> Self {
        let locked = Self { desk: Desk::new() };
        locked.desk.done(&["new", "De Haven van Karin"]);
        locked
    }

    fn new() -> Self {
        let locked = Self::before();
        locked.encrypt("vier gewone woorden");
        locked
    }

    fn encrypt(&self, passphrase: &str) -> String {
        let file = self.file("first", passphrase);
        self.desk.done(&["encrypt", "--passphrase-file", &file])
    }

    fn file(&self, name: &str, passphrase: &str) -> String {
        let path: PathBuf = self.desk.dir().parent().unwrap().join(name);
        put(&path, format!("{passphrase}\n").as_bytes());
        path.display().to_string()
    }

    fn with(&self, passphrase: &str, args: &[&str]) -> String {
        let file = self.file("given", passphrase);
        let given = ["--passphrase-file".to_owned(), file];
        let args: Vec<&str> =
            args.iter().copied().chain(given.iter().map(String::as_str)).collect();
        self.desk.done(&args)
    }

    /// What is said to somebody with another passphrase, or with none.
    fn refused(&self, passphrase: Option<&str>, args: &[&str]) -> String {
        let file = passphrase.map(|it| self.file("given", it));
        let given = file.iter().flat_map(|file| ["--passphrase-file", file]);
        let args: Vec<&str> = args.iter().copied().chain(given).collect();
        self.desk.refused(&args)
    }
}

#[test]
fn a_folder_with_a_passphrase_is_read_with_it_and_only_with_it() {
    let locked = Locked::new();
    let list = locked.with("vier gewone woorden", &["list"]);
    assert!(list.contains("De Haven van Karin"), "{list}");
    let shown = locked.with("vier gewone woorden", &["show", "de haven"]);
    assert!(shown.starts_with("De Haven van Karin"), "{shown}");
    let shown = locked.with("vier gewone woorden", &["show", "haven"]);
    assert!(shown.starts_with("De Haven van Karin"), "by what its slug was: {shown}");
    locked.with("vier gewone woorden", &["new", "De Kade"]);
    assert!(locked.with("vier gewone woorden", &["check"]).contains("alles is heel"));
    for command in
        [&["list"][..], &["show", "haven"], &["new", "De Pier"], &["check"], &["decrypt"]]
    {
        let said = locked.refused(None, command);
        assert!(said.starts_with("Deze map heeft een wachtwoord."), "{said}");
        assert!(said.contains("--passphrase-file"), "{said}");
        let said = locked.refused(Some("vier andere woorden"), command);
        assert!(said.starts_with("Dit is niet het wachtwoord."), "{said}");
    }
}

#[test]
fn the_recovery_key_is_said_once_and_opens_the_folder() {
    let locked = Locked::before();
    let said = locked.encrypt("vier gewone woorden");
    let recovery = said.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    let recovery = recovery.unwrap_or_else(|| panic!("{said}"));
    assert!(locked.with(recovery, &["list"]).contains("De Haven van Karin"));
    let fresh = locked.file("fresh", "heel andere woorden");
    let said = locked.with(recovery, &["passphrase", "--new-passphrase-file", &fresh]);
    assert!(!said.contains("AGE-SECRET-KEY"), "{said}");
    assert!(locked.with("heel andere woorden", &["list"]).contains("De Haven van Karin"));
    locked.refused(Some("vier gewone woorden"), &["list"]);
}

#[test]
fn a_passphrase_that_cannot_be_is_refused_and_nothing_changes() {
    let locked = Locked::before();
    let said = locked.refused(Some("kort"), &["encrypt"]);
    assert!(said.starts_with("Dit wachtwoord is te kort: 12 tekens"), "{said}");
    let said = locked.desk.refused(&["encrypt", "--passphrase-file", "nergens"]);
    assert!(said.starts_with("nergens: "), "{said}");
    let said = locked.desk.refused(&["encrypt"]);
    assert!(said.contains("--passphrase-file"), "{said}");
    for command in ["decrypt", "passphrase"] {
        let said = locked.desk.refused(&[command]);
        assert!(said.starts_with("Deze map heeft geen wachtwoord."), "{said}");
    }
    assert!(locked.desk.done(&["list"]).contains("De Haven van Karin"));
    let locked = Locked::new();
    let said = locked.refused(Some("vier gewone woorden"), &["encrypt"]);
    assert!(said.starts_with("Deze map heeft een wachtwoord."), "{said}");
}

#[test]
fn the_practice_group_works_without() {
    let locked = Locked::new();
    locked.desk.done(&["example"]);
    assert!(locked.desk.done(&["show", "vuurtoren"]).starts_with("De Vuurtoren"));
    assert!(locked.desk.done(&["export", "vuurtoren", "minutes"]).starts_with("# De Vuurtoren"));
    let list = locked.with("vier gewone woorden", &["list"]);
    assert!(list.contains("De Vuurtoren") && list.contains("De Haven van Karin"), "{list}");
}

#[test]
fn without_a_passphrase_the_folder_reads_as_before() {
    let locked = Locked::new();
    locked.with("vier gewone woorden", &["decrypt"]);
    assert!(locked.desk.done(&["list"]).contains("De Haven van Karin"));
    assert!(locked.desk.done(&["show", "haven-van-karin"]).starts_with("De Haven van Karin"));
}

/// What a person chose to take out is for others to read.
#[test]
fn what_is_exported_out_of_the_folder_can_be_read() {
    let locked = Locked::before();
    locked.desk.done(&["example"]);
    let plain = locked.desk.group("vuurtoren").parent().unwrap().to_owned();
    Disk.rename(&plain, &plain.with_file_name("kade")).unwrap();
    locked.encrypt("vier gewone woorden");
    let paper = locked.file("verslag.md", "");
    locked.with("vier gewone woorden", &["export", "de vuur", "minutes", "-o", &paper]);
    let text = String::from_utf8(get(paper.as_ref())).unwrap();
    assert!(text.starts_with("# De Vuurtoren"), "{text}");
}

#[test]
fn a_key_that_does_not_read_is_said_with_its_place_and_the_recovery_key_does_without() {
    let locked = Locked::before();
    let said = locked.encrypt("vier gewone woorden");
    let recovery = said.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    let recovery = recovery.unwrap_or_default();
    let key = locked.desk.dir().join("kring.key");
    put(&key, b"KeyFile(kring: 2, public: 3)");
    let said = locked.refused(Some("vier gewone woorden"), &["list"]);
    assert!(said.contains("kring.key:1:27: ") && said.contains("herstelsleutel"), "{said}");
    // With the paper in hand nothing is lost, also when the file is gone.
    assert!(locked.with(recovery, &["list"]).contains("De Haven van Karin"));
    Disk.remove(&key).unwrap();
    let said = locked.refused(Some("vier gewone woorden"), &["list"]);
    assert!(said.contains("kring.key:1:1: "), "{said}");
    let fresh = locked.file("fresh", "heel andere woorden");
    locked.with(recovery, &["passphrase", "--new-passphrase-file", &fresh]);
    assert!(locked.with("heel andere woorden", &["list"]).contains("De Haven van Karin"));
}
