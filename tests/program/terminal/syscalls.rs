//! Every system call of a save fails once, or the program is killed at it: what was shown is
//! there, and every document is old or new and whole.
//!
//! `strace` does it to the two threads that write, from the moment the cursor is in a note until
//! the program has ended. It takes some twenty minutes, so it is a gate before a release:
//! `cargo test --test program system_call -- --ignored --nocapture`, and with `KRING_SYSCALLS=EIO`
//! (or another error, or `SIGKILL`) it is one of four.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::terminal::harness::key;
use crate::terminal::harness::screen::{note, squeezed};
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;

/// What the threads ask of the system for files. A `close` that fails ends a directory's reader in
/// the standard library, and no file system fails it; being killed at it is no different.
const CALLS: [&str; 11] = [
    "openat",
    "read",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "unlink",
    "mkdir",
    "getdents64",
    "statx",
    "lseek",
];
/// What happens at a call.
const TROUBLES: [&str; 4] = ["EIO", "ENOSPC", "EACCES", "SIGKILL"];
/// What is typed.
const LINES: [&str; 2] = ["Noor zwemt weer, één keer", "! Sanne belt @Sanne 2 maart"];

#[test]
#[ignore = "takes long, and needs strace: see the top of the file"]
fn whatever_system_call_of_a_save_fails_what_was_shown_is_there() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("strace is not there, so no system call fails: nothing was looked at");
        return;
    }
    let wanted = std::env::var("KRING_SYSCALLS").ok();
    let mut runs = 0;
    for trouble in TROUBLES.iter().filter(|it| wanted.as_deref().is_none_or(|name| name == **it)) {
        for call in CALLS {
            let (mut times, mut in_vain) = (0, 0);
            // How many calls there are differs a little from run to run.
            for nth in 1.. {
                let happened = run(call, trouble, nth);
                times += usize::from(happened);
                in_vain = if happened { 0 } else { in_vain + 1 };
                if in_vain == 3 {
                    break;
                }
            }
            println!("{trouble} at {call}: {times}");
            runs += times;
        }
    }
    println!("{runs} runs in which something happened");
    assert!(runs > 50, "{runs}");
}

/// Types and saves while the `nth` such call of each thread fails. Returns whether one did.
fn run(call: &str, trouble: &str, nth: u32) -> bool {
    let what = format!("{trouble} at {call} {nth}");
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    let report = world.data().with_file_name("strace");
    let tracer = trace(&terminal, call, trouble, nth, &report);
    for line in LINES {
        terminal.keys(line);
        let end = squeezed(line);
        terminal.wait_or_end(|screen| squeezed(&note(screen).concat()).contains(&end));
        terminal.keys(key::ENTER);
        terminal.keys(key::CTRL_S);
    }
    terminal.keys(key::CTRL_Q);
    terminal.wait_for_end();
    let injected = finish(tracer, &report);
    judge(&world, &terminal, &what);
    injected
}

/// Lets strace have the threads that write, and waits until it has them.
fn trace(terminal: &Terminal, call: &str, trouble: &str, nth: u32, report: &Path) -> Child {
    let kind = if trouble.starts_with("SIG") { "signal" } else { "error" };
    let mut strace = Command::new("strace");
    strace.arg("-o").arg(report);
    strace.arg("-e").arg(format!("trace={call}"));
    strace.arg("-e").arg(format!("inject={call}:{kind}={trouble}:when={nth}"));
    let threads = terminal.threads(&["journal", "saver"]);
    for thread in &threads {
        strace.arg("-p").arg(thread);
    }
    let mut tracer = strace.stderr(Stdio::piped()).spawn().expect("strace");
    let said = BufReader::new(tracer.stderr.take().expect("what strace says"));
    let attached = said.lines().map_while(Result::ok).filter(|line| line.contains("attached"));
    assert_eq!(attached.take(threads.len()).count(), threads.len(), "strace has no threads");
    tracer
}

/// Whether something was done to a call.
fn finish(mut tracer: Child, report: &Path) -> bool {
    tracer.wait().expect("strace ends with the program");
    let told = std::fs::read_to_string(report).expect("what strace saw");
    told.contains("(INJECTED)") || told.contains("killed by SIGKILL")
}

fn judge(world: &World, terminal: &Terminal, what: &str) {
    let shown = squeezed(&note(&terminal.promised_screen()).concat());
    let kept = squeezed(&world.minutes("md").replace('\\', ""));
    // The sign of an agreement is a word in the minutes.
    for line in LINES.map(|line| squeezed(line.trim_start_matches("! "))) {
        let common = (0..=line.len()).rev().filter_map(|end| line.get(..end));
        let shown = common.clone().find(|begun| shown.contains(begun)).unwrap_or_default();
        assert!(kept.contains(shown), "{what}: {shown} was shown and is not in\n{kept}");
    }
    let check = world.run(&["check"]);
    let said = [check.stdout, check.stderr].concat();
    let said = String::from_utf8(said).expect("text");
    // What was being written in a journal may be torn.
    let broken = said.lines().filter(|line| line.contains(".ron:") || line.contains("undo:"));
    assert_eq!(broken.collect::<Vec<_>>(), Vec::<&str>::new(), "{what}");
    world.kring(&["show", "vuurtoren"]);
}
