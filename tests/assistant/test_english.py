"""How common a word is, held against the library whose list is read."""

from wordfreq import get_frequency_dict, top_n_list, zipf_frequency

from assistant.language.english import FIGURE, REAL_WORD, commonest, commonness, is_real


def test_a_word_is_as_common_as_the_library_says() -> None:
    listed = list(get_frequency_dict("en", "large"))[::20]
    assert len(listed) > 10_000
    for word in [*filter(str.isalpha, listed), "adoptoin", "children's", "they've", "café", ""]:
        frequency = zipf_frequency(word, "en", "large")
        assert commonness(word) == frequency == zipf_frequency(word, "en")
        if word.isalpha():
            assert is_real(word) == (frequency >= REAL_WORD)


def test_a_figure_is_about_as_common_as_the_library_says() -> None:
    for figure in ("22", "57", "42", "2nd", "2008", "2017", "2030"):
        assert commonness(figure) == FIGURE
        assert abs(zipf_frequency(figure, "en") - FIGURE) < 0.6


def test_the_commonest_words_are_the_librarys() -> None:
    assert commonest(30_000) == top_n_list("en", 30_000)
