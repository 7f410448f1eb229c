using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>
/// Finds known forms among the words of a text, the longest first. A form is one word or more; a word that ends in '*'
/// stands for itself with any ending that <paramref name="isEnding"/> allows.
/// </summary>
internal sealed class FormTable<T>(FormTable<T>.EndingRule isEnding)
    where T : class
{
    public delegate bool EndingRule(ReadOnlySpan<char> tail);

    private readonly Dictionary<string, List<Form>> whole = [];
    private readonly Dictionary<string, List<Form>> stems = [];

    private readonly record struct Form(string[] Words, T Entry, bool CaseMatters);

    public readonly record struct Match(T Entry, int Words);

    /// <param name="words">The form's words, normalised as the text's words will be; a stem keeps its '*'.</param>
    public void Add(string[] words, T entry, bool caseMatters = false)
    {
        var table = words[0].EndsWith('*') ? stems : whole;
        var key = words[0].TrimEnd('*');
        if (!table.TryGetValue(key, out var forms)) table[key] = forms = [];
        forms.Add(new Form(words, entry, caseMatters));
    }

    /// <param name="words">The text's words, normalised as the forms were.</param>
    /// <param name="tokens">The tokens the words came from.</param>
    public Match? At(IReadOnlyList<string> words, IReadOnlyList<Token> tokens, int at)
    {
        Match? best = null;
        var bestLetters = 0;
        if (whole.TryGetValue(words[at], out var exact)) Try(exact, words[at].Length + 1);
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = words[at].Length; length >= 2; length--)
        {
            if (lookup.TryGetValue(words[at].AsSpan(0, length), out var forms) && isEnding(words[at].AsSpan(length))) Try(forms, length);
        }
        return best;

        void Try(List<Form> forms, int letters)
        {
            foreach (var form in forms)
            {
                if (form.Words.Length < (best?.Words ?? 0) || (form.Words.Length == best?.Words && letters <= bestLetters)) continue;
                if (form.CaseMatters && tokens[at].Shape is not TokenShape.Capitals) continue;
                if (!RestMatches(form, words, at)) continue;
                best = new Match(form.Entry, form.Words.Length);
                bestLetters = letters;
            }
        }
    }

    private bool RestMatches(Form form, IReadOnlyList<string> words, int at)
    {
        if (at + form.Words.Length > words.Count) return false;
        for (var i = 1; i < form.Words.Length; i++)
        {
            var pattern = form.Words[i].AsSpan();
            var word = words[at + i].AsSpan();
            if (!pattern.EndsWith("*"))
            {
                if (!word.SequenceEqual(pattern)) return false;
                continue;
            }
            var stem = pattern[..^1];
            if (!word.StartsWith(stem) || !isEnding(word[stem.Length..])) return false;
        }
        return true;
    }
}
