"""How common a word is, held against the library whose list is read."""

from wordfreq import get_frequency_dict, top_n_list, zipf_frequency

from assistant.english import REAL_WORD, commonest, commonness, is_real


def test_a_word_is_as_common_as_the_library_says() -> None:
    listed = list(get_frequency_dict("en", "large"))[::20]
    assert len(listed) > 10_000
    for word in [*listed, "adoptoin", "2008", "children's", "café", "£", ""]:
        frequency = zipf_frequency(word, "en", "large")
        assert commonness(word) == frequency == zipf_frequency(word, "en")
        if word.isalpha():
            assert is_real(word) == (frequency >= REAL_WORD)


def test_the_commonest_words_are_the_librarys() -> None:
    assert commonest(30_000) == top_n_list("en", 30_000)
