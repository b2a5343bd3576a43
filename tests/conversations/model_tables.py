"""What follows what in the need assessment, told a second time for the model."""

SECTIONS = {
    "privacy": "private contact times purposes",
    "who": "who danger age age_other",
    "child": "m_danger m_age m_topic m_adult",
    "where": "province county settlement language",
    "home": "adults children child_ages facts",
    "hard": "topics topic f_since f_tried f_fights f_together f_stage f_families f_split f_custody"
    " f_child_what f_teen_what f_lost f_loss_how f_signs f_lives_with f_afraid f_who_uses"
    " f_treatment f_money_what f_work_what f_house_what f_roof f_school_what f_health_who f_care"
    " f_elder_what f_legal_what f_someone",
    "heavy": "heavy k6_nervous k6_hopeless k6_restless k6_depressed k6_effort k6_worthless"
    " wellbeing who5_cheerful who5_calm who5_active who5_rested who5_interest",
    "safety": "safety safety_when",
    "help": "help gender codeword",
    "words": "story review",
}
SECTION = {key: name for name, keys in SECTIONS.items() for key in keys.split()}
FURTHER = {
    "couple": "f_since f_fights f_together",
    "marriage": "f_stage f_families",
    "divorce": "f_split f_custody",
    "parenting": "f_child_what f_since",
    "teenager": "f_teen_what f_since",
    "grief": "f_lost f_loss_how f_since",
    "stress": "f_signs f_since",
    "violence": "f_lives_with f_afraid f_tried",
    "addiction": "f_who_uses f_treatment",
    "money": "f_money_what f_since",
    "work": "f_work_what f_since",
    "housing": "f_house_what f_roof",
    "school": "f_school_what f_tried",
    "health": "f_health_who f_care",
    "elders": "f_elder_what f_care",
    "legal": "f_legal_what f_tried",
    "lonely": "f_someone f_since",
    "other": "f_since f_tried",
}
MUST = {
    "consent", "private", "contact", "times", "purposes", "who", "danger", "m_danger", "m_topic",
    "topics", "topic", "review",
}  # fmt: skip
"""What cannot be skipped."""
WHOLE = {"where", "home", "heavy", "safety", "help"}
"""Sections that may be left out as a whole."""
MANY = {"times", "purposes", "child_ages", "facts", "topics", "f_signs", "safety", "help"}
ALONE = {"times": "anytime", "purposes": "none", "facts": "none", "safety": "none"}
MOST = {"topics": 3}
CLEARS = {
    "who": "age age_other", "province": "county", "children": "child_ages", "topics": "topic",
}  # fmt: skip
NEEDS = {"province": "county", "topics": "topic"}
"""Answers that are none without another."""
STRAIGHT = {
    "private": "contact", "times": "purposes", "purposes": "who", "age_other": "province",
    "m_age": "m_topic", "m_adult": "province", "settlement": "language", "language": "adults",
    "adults": "children", "child_ages": "facts", "facts": "topics", "safety_when": "help",
    "help": "gender", "gender": "codeword", "codeword": "story",
}  # fmt: skip
