namespace Bot.Linguistics;

/// <summary>
/// A word or number of a text. <paramref name="Span"/> is where it stands; <paramref name="Word"/> is its normalised
/// form: lower case, one kind of apostrophe (none in Cyrillic), ё as е, no possessive ’s, no dots of an acronym, no digit
/// separators. <paramref name="FollowsHyphen"/>: nothing but a hyphen stands between it and the word before.
/// </summary>
internal readonly record struct Token(TextSpan Span, string Word, TokenShape Shape, bool FollowsHyphen = false)
{
    public bool IsCapitalised => Shape is TokenShape.Capitalised or TokenShape.Capitals or TokenShape.Initial;

    public bool IsNumber => Shape is TokenShape.Number;

    public bool IsCyrillic => Word[0] is >= 'а' and <= 'ӿ';
}

internal enum TokenShape
{
    Lower,
    Capitalised,

    /// <summary>Two letters or more, all of them capitals: NATO, U.S.</summary>
    Capitals,

    /// <summary>One capital letter followed by a full stop: the V. of V. Putin.</summary>
    Initial,
    Number,
}
