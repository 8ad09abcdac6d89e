"""Words of a question as they are told to whoever asks."""

from __future__ import annotations

from bot.search.reading.naming import as_whole, with_articles, with_names


def test_words_joined_by_a_hyphen_are_told_as_one() -> None:
    assert as_whole(("f", "jets"), "F-16 jets") == ("F-16", "jets")
    assert as_whole(("x", "ray", "dog"), "x-ray for my dog") == ("x-ray", "dog")
    assert as_whole(("Asia", "Pacific", "asiapacific"), "Asia-Pacific") == ("Asia-Pacific",)
    assert as_whole(("operation", "cooperation"), "co-operation") == ("operation",)
    assert as_whole(("gluten", "bread"), "gluten-free bread") == ("gluten", "bread")


def test_characters_of_a_script_without_spaces_are_told_as_they_were_written() -> None:
    assert as_whole(("猫", "は", "何"), "猫は何") == ("猫は何",)
    assert as_whole(("ブ", "zorb", "ロ"), "ラブロ zorb") == ("zorb", "ブロ")
    assert as_whole(("猫",), "猫と犬と猫") == ("猫",)


def test_a_word_of_a_longer_name_is_not_told_besides() -> None:
    assert as_whole(("II", "War II"), "who won World War II") == ("War II",)


def test_articles_of_other_languages_are_told_with_the_name_that_they_begin() -> None:
    assert with_articles(("le", "mans"), "race of le mans") == ("le mans", "mans")
    assert with_articles(("El", "zorb"), "El zorb") == ("zorb",)
    assert with_articles(("der",), "der") == ()
    assert with_articles(("DU", "zorb"), "DU zorb") == ("DU", "zorb")
    assert with_articles(("zorb", "frobs"), "zorb of frobs") == ("zorb", "frobs")


def test_a_name_with_a_function_word_in_it_is_told_whole() -> None:
    texts = ["The Bank of Ostra met the Bay of the Gulls Society.", "Dorn is the heart of Velden."]

    assert with_names(["bank", "ostra"], texts) == ("Bank of Ostra",)
    assert with_names(["bay", "gulls"], texts) == ("Bay of the Gulls",)
    assert with_names(["heart", "velden"], texts) == ("heart", "Velden")
