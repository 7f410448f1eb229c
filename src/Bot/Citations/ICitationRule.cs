namespace Bot.Citations;

/// <summary>One thing that must hold of a statement before anyone sees it.</summary>
internal interface ICitationRule
{
    /// <summary>Null where it holds; else what is wrong, in words for the model that is asked to repair it and for a moderator.</summary>
    string? Fault(StatementReading statement);
}
