//! Common first names. One that is a letter away from a member's name is somebody else's, and no mistake.

const FIRST_NAMES: &str = "aafke aaron abel ada adam adil agnes ahmed aicha alex ali alice alma amber amina \
    amir amy ana andre andrea anita anja anke anna anne anneke annet annie anniek anouk anton ari arie arjan \
    arjen arno arthur aron astrid ayla aylin babette bart bas bea ben bernd bert berta bert bianca bo bob \
    boris bram brenda britt bruno carel carin carl carla carlo carlos carmen carol chantal chris claire \
    coen cora corrie daan dana daniel dave david debby dennis diana dick dina dirk doris dora edith eefje \
    els elsa elly emma emmy eric erica erik erika ernst esther eva evelien evi fatima femke fenna ferry finn \
    fleur floor floris frank frans fred freek gerard gerrit gert gijs greet guido guus hanna hanne hannah \
    hans harm harry hasan heidi hein helen helena henk henny henri herman hilde hugo ida ilse ina ines inge \
    ingrid irene iris isa isabel ivo jaap jack jamal jan jana jane janna janne janneke jannie jasmijn jasper \
    jelle jennie jenny jeroen jet jill jim jip joan job jochem joep johan johanna john jolanda joop joost \
    jordi joris jos jose josh joyce juan judith julia julian julie karel karen karim karin karina karl \
    katja kees kelly kim klaas klara koen lara lars laura layla lea leen leila lena leo leon leonie lia lies \
    liesbeth lieke lilian lily lina linda lisa liza loes lotte louis louise luca lucas lucy luuk maaike \
    maarten malika manon marc marcel maria marian marie mariam marieke marijke marin marina mario marit \
    mark marloes marly martin martine mary mats max maya mees megan meike melanie merel mia michel mieke mies \
    miet mike mila milan mina mira miriam mirjam mo mohamed mona monica monique murat nadia naomi nel nick \
    nico nicole niels nienke nils nina noa noah noor nora olga omar pam patricia patrick paul paula peter \
    petra pien piet pieter pim piotr rachel ralph ramon rein renate rene rianne rick rik rita rob robert \
    robin roel rolf romy ron rosa roos rosie ruben rudi rudy ruud saar sabine sam samir sander sandra sanna \
    sanne sara sarah saskia sebas selma sem simon simone sjaak sjoerd sofia sofie sonja stan stefan stella \
    steven sven tamara tanja ted teun theo thea thijs thomas tim timo tina tineke titia tom tonny toos trees \
    truus vera victor vincent wendy wil wilma wim wouter yara yasmin yvon yvonne zoe";

/// Whether a word, in small letters without accents, is a common first name.
pub(super) fn holds(word: &str) -> bool {
    FIRST_NAMES.split_whitespace().any(|name| name == word)
}
