using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>A form as it is written in the lexicon or glossary, cut into the words a text would be cut into.</summary>
internal static class FormWords
{
    /// <summary>«прес-секретар* Кремл*» gives "прес", "секретар*", "кремл*".</summary>
    public static string[] Read(string form)
    {
        var words = new List<string>();
        foreach (var part in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.AddRange(Tokenizer.Tokenize(part).Select(token => token.Word));
            if (part.EndsWith('*') && words.Count > 0) words[^1] += "*";
        }
        return [.. words];
    }
}
