namespace Bot.Linguistics;

/// <summary>The stem that the spellings and forms of an English word share.</summary>
internal static class EnglishWord
{
    /// <param name="word">In lower case.</param>
    public static string Stem(string word) => EnglishStemmer.Stem(AmericanSpelling.Of(word));
}
