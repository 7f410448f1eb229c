using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>
/// Finds known forms among the words of a text, the longest first. A form is one word or more; a word that ends in '*'
/// stands for itself with any ending that the language allows.
/// </summary>
internal sealed class FormTable<T>
    where T : class
{
    public delegate bool EndingRule(ReadOnlySpan<char> tail);

    private const int ShortestToCorrect = 5;

    private readonly Dictionary<string, List<Form>> whole = [];
    private readonly Dictionary<string, List<Form>> stems = [];
    private readonly EndingRule isEnding;
    private readonly Lazy<ILookup<char, Form>> byFirstLetter;
    private (int Shortest, int Longest) stemLengths = (int.MaxValue, 0);

    private readonly record struct Form(string[] Words, T Entry, bool CaseMatters);

    public readonly record struct Match(T Entry, int Words);

    public FormTable(EndingRule isEnding)
    {
        this.isEnding = isEnding;
        byFirstLetter = new Lazy<ILookup<char, Form>>(() => whole.Values.Concat(stems.Values).SelectMany(forms => forms).Where(form => form.Words.Length == 1).ToLookup(form => form.Words[0][0]));
    }

    /// <param name="words">The form's words, normalised as the text's words will be; a stem keeps its '*'.</param>
    public void Add(string[] words, T entry, bool caseMatters = false)
    {
        var table = words[0].EndsWith('*') ? stems : whole;
        var key = words[0].TrimEnd('*');
        if (table == stems) stemLengths = (Math.Min(stemLengths.Shortest, key.Length), Math.Max(stemLengths.Longest, key.Length));
        if (!table.TryGetValue(key, out var forms)) table[key] = forms = [];
        forms.Add(new Form(words, entry, caseMatters));
    }

    /// <summary>The longest form that these words begin with, or null.</summary>
    /// <param name="words">A text's words from one of them on, normalised as the forms were.</param>
    /// <param name="inCapitals">The first of them is written in capitals.</param>
    public Match? At(ReadOnlySpan<string> words, bool inCapitals = false)
    {
        var best = default(Found);
        var first = words[0].AsSpan();
        if (whole.TryGetValue(words[0], out var exact)) best = Better(best, exact, words, first.Length + 1, inCapitals);
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(first.Length, stemLengths.Longest); length >= stemLengths.Shortest; length--)
        {
            if (lookup.TryGetValue(first[..length], out var forms) && isEnding(first[length..])) best = Better(best, forms, words, length, inCapitals);
        }
        return best.Form.Entry is { } entry ? new Match(entry, best.Form.Words.Length) : null;
    }

    /// <summary>Whether a form of at least so many words begins with this one.</summary>
    public bool Begins(string word, int words)
    {
        if (whole.TryGetValue(word, out var exact) && exact.Exists(form => form.Words.Length >= words)) return true;
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, stemLengths.Longest); length >= stemLengths.Shortest; length--)
        {
            if (lookup.TryGetValue(word.AsSpan(0, length), out var forms) && isEnding(word.AsSpan(length)) && forms.Exists(form => form.Words.Length >= words)) return true;
        }
        return false;
    }

    /// <summary>The entries of the forms of one word that are exactly so many edits from this word, or from what stands before an ending of it; the first letter is taken to be right.</summary>
    public IEnumerable<T> Nearest(string word, int edits) =>
        word.Length < ShortestToCorrect ? [] : byFirstLetter.Value[word[0]].Where(form => IsNear(form.Words[0], word, edits)).Select(form => form.Entry);

    private bool IsNear(string form, string word, int edits) => form[^1] == '*'
        ? IsNearToStem(form.AsSpan()[..^1], word, edits)
        : Math.Abs(form.Length - word.Length) <= edits && Letters.Of(form).AtLeastApart(word) <= edits && Suggestion.Distance(form, word) == edits;

    private bool IsNearToStem(ReadOnlySpan<char> stem, ReadOnlySpan<char> word, int edits)
    {
        if (stem.Length < ShortestToCorrect) return false;
        var letters = Letters.Of(stem);
        for (var length = Math.Min(word.Length, stem.Length + edits); length >= stem.Length - edits; length--)
        {
            if (letters.AtLeastApart(word[..length]) <= edits && isEnding(word[length..]) && Suggestion.Distance(stem, word[..length]) == edits) return true;
        }
        return false;
    }

    /// <param name="Given">How many letters of the first word the form gives; as many as it has and one more where it gives the whole word.</param>
    private readonly record struct Found(Form Form, int Given)
    {
        public bool IsAsLongAs(Form other, int letters) =>
            Form.Words is { } words && (words.Length > other.Words.Length || (words.Length == other.Words.Length && Given >= letters));
    }

    private Found Better(Found best, List<Form> forms, ReadOnlySpan<string> words, int letters, bool inCapitals)
    {
        foreach (var form in forms)
        {
            if (!best.IsAsLongAs(form, letters) && (inCapitals || !form.CaseMatters) && RestMatches(form.Words, words)) best = new Found(form, letters);
        }
        return best;
    }

    private bool RestMatches(string[] form, ReadOnlySpan<string> words)
    {
        if (form.Length > words.Length) return false;
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i].EndsWith('*') ? !IsStemOf(form[i].AsSpan()[..^1], words[i]) : form[i] != words[i]) return false;
        }
        return true;
    }

    private bool IsStemOf(ReadOnlySpan<char> stem, ReadOnlySpan<char> word) => word.StartsWith(stem) && isEnding(word[stem.Length..]);
}
