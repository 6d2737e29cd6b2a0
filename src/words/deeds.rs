//! What each deed is called: in the message of undo, and in the log.

use super::{Words, messages};
use crate::domain::history::DeedKind;

/// The texts of a deed, each in Dutch and in English.
struct DeedWords {
    /// After "Undone:".
    undo: (&'static str, &'static str),
    /// After the name of whoever did it.
    log: (&'static str, &'static str),
}

/// A table of deeds: `DeedKind => undo "Dutch", "English", log "Dutch", "English";`.
macro_rules! deeds {
    ($($deed:ident => undo $undo_nl:literal, $undo_en:literal,
        log $log_nl:literal, $log_en:literal;)*) => {
        /// The texts of a deed. A deed that is missing from the table does not compile.
        const fn words_of(deed: DeedKind) -> DeedWords {
            match deed {
                $(DeedKind::$deed => {
                    DeedWords { undo: ($undo_nl, $undo_en), log: ($log_nl, $log_en) }
                })*
            }
        }
    };
}

deeds! {
    Typing => undo "typen", "typing",
        log "schreef iets", "wrote something";
    Pasting => undo "plakken", "pasting",
        log "plakte een tekst", "pasted a text";
    Attendance => undo "wie er is", "who is there",
        log "gaf aan wie er is", "noted who is there";
    Roles => undo "wie wat doet", "who does what",
        log "verdeelde de rollen", "gave out the roles";
    CheckIn => undo "hoe gaat het", "check-in",
        log "vinkte het rondje aan", "ticked the check-in";
    Answer => undo "hoe ging het", "how did it go",
        log "gaf aan hoe een afspraak ging", "noted how an agreement went";
    Agreement => undo "afspraak", "agreement",
        log "maakte een afspraak", "made an agreement";
    Decision => undo "besluit", "decision",
        log "schreef een besluit op", "wrote down a decision";
    GoalState => undo "stand van het doel", "state of the goal",
        log "gaf aan hoe een doel ervoor staat", "noted where a goal stands";
    Progress => undo "hoe het met het doel gaat", "how the goal is going",
        log "gaf aan hoe het met een doel gaat", "noted how a goal is going";
    NewGoal => undo "nieuw doel", "new goal",
        log "begon een doel", "began a goal";
    NewPerson => undo "iemand erbij", "somebody added",
        log "zette iemand erbij", "added somebody";
    PersonName => undo "naam", "name",
        log "verbeterde een naam", "mended a name";
    Discussed => undo "wel of niet besproken", "discussed or not",
        log "gaf aan of een punt besproken is", "noted whether an item was discussed";
    MeetingDay => undo "dag van de bijeenkomst", "day of the meeting",
        log "gaf aan wanneer de bijeenkomst was", "noted when the meeting was";
    Reviewed => undo "signaleringsplan", "signalling plan",
        log "nam een deel van het plan door", "went through a part of the plan";
    PlanShown => undo "plan laten zien", "showing the plan",
        log "liet het plan zien of niet", "showed the plan or not";
    Frequency => undo "hoe vaak", "how often",
        log "koos hoe vaak de groep komt", "chose how often the group meets";
    Topic => undo "thema", "theme",
        log "koos een thema", "chose a theme";
    NextDate => undo "volgende datum", "next date",
        log "koos een dag", "chose a day";
    Budget => undo "tijd voor het punt", "time for the item",
        log "gaf een punt andere tijd", "gave an item other minutes";
    Composition => undo "wie er de volgende keer is", "who is there next time",
        log "gaf aan wie er de volgende keer is", "noted who is there next time";
    Approval => undo "wat van het verslag gezegd is", "what was said about the minutes",
        log "schreef op wat er van het verslag gezegd is", "noted what was said about the minutes";
    AfterTalk => undo "nagesprek", "afterwards",
        log "hield het nagesprek bij", "kept what was settled afterwards";
    Jump => undo "kloksprong", "clock jump",
        log "besliste over een sprong van de klok", "decided about a jump of the clock";
    Step => undo "stand van een stap", "state of a step",
        log "gaf aan hoe een stap ervoor staat", "noted where a step stands";
    Ring => undo "plek in het sociogram", "place in the sociogram",
        log "gaf iemand een plek in het sociogram", "gave somebody a place in the sociogram";
    Line => undo "lijn in het sociogram", "line in the sociogram",
        log "trok een lijn in het sociogram", "drew a line in the sociogram";
    Kind => undo "wat iemand is", "what somebody is",
        log "gaf aan wat iemand voor de cliënt is", "noted what somebody is to the client";
    Standing => undo "of iemand meedoet", "whether somebody joins",
        log "gaf aan of iemand meedoet", "noted whether somebody joins";
    Core => undo "vaste kern", "fixed core",
        log "gaf aan wie bij de vaste kern hoort", "noted who is in the fixed core";
    Approach => undo "hoe je het vraagt", "how to ask",
        log "koos hoe je het vraagt", "chose how to ask";
    Interview => undo "verdiepingsgesprek", "in-depth interview",
        log "hield een gesprek bij", "kept something of an interview";
    Dimension => undo "waar het doel bij hoort", "what the goal is about",
        log "gaf aan waar een doel over gaat", "noted what a goal is about";
    Feasible => undo "haalbaar en realistisch", "feasible and realistic",
        log "vroeg of een doel kan", "asked whether a goal can be reached";
    Attainment => undo "hoe ver het doel is", "how far the goal is",
        log "gaf aan hoe ver een doel is", "noted how far a goal is";
    Level => undo "deel van het plan", "part of the plan",
        log "zette een deel in het plan", "put a part in the plan";
    Channel => undo "hoe je contact houdt", "how you keep in touch",
        log "koos hoe je contact houdt", "chose how you keep in touch";
    Reorientation => undo "opnieuw kijken", "looking anew",
        log "gaf aan of het tijd is om opnieuw te kijken", "noted whether it is time to look anew";
    Receiver => undo "wie het overneemt", "who takes over",
        log "koos wie de zorg overneemt", "chose who takes over care";
    ProposedDay => undo "voorstel voor een dag", "proposed day",
        log "koos een dag", "chose a day";
    ProposedText => undo "voorbeeld invullen", "filling in an example",
        log "vulde een voorbeeld in", "filled in an example";
    Deleted => undo "wegleggen", "putting away",
        log "legde iets weg", "put something away";
    Restored => undo "terugzetten", "putting back",
        log "zette iets terug", "put something back";
}

messages! {
    /// Behind a sentence about what a deed took back.
    undo_takes_that_back => "Ctrl+Z maakt dat ongedaan.", "Ctrl+Z undoes that.";
    step_is_open_again => "Deze stap staat weer open.", "This step is open again.";
}

impl Words {
    /// A deed as undo names it.
    #[must_use]
    pub fn deed(self, deed: DeedKind) -> &'static str {
        let (dutch, english) = words_of(deed).undo;
        self.pick(dutch, english)
    }

    /// A deed as the log tells it, after the name of whoever did it.
    pub(super) fn did(self, deed: DeedKind) -> &'static str {
        let (dutch, english) = words_of(deed).log;
        self.pick(dutch, english)
    }

    /// Shown after undo or redo: which deed, and what it concerned if that has a name.
    #[must_use]
    pub fn undone(self, deed: DeedKind, about: &str, redo: bool) -> String {
        let deed = match about {
            "" => self.deed(deed).to_owned(),
            about => format!("{} ({about})", self.deed(deed)),
        };
        if redo {
            self.pick(format!("Opnieuw gedaan: {deed}."), format!("Done again: {deed}."))
        } else {
            self.pick(format!("Ongedaan gemaakt: {deed}."), format!("Undone: {deed}."))
        }
    }

    /// Shown when undo or redo finds no deed.
    #[must_use]
    pub fn nothing_to_undo(self, redo: bool) -> &'static str {
        if redo { self.no_redo() } else { self.no_undo() }
    }
}
