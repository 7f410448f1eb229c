namespace ModelApi.Simulator;

/// <summary>How a text stops.</summary>
internal enum ReplyEnding
{
    /// <summary>With a finish reason.</summary>
    Finish,

    /// <summary>Not at all: the connection stays open.</summary>
    Stall,

    /// <summary>The connection breaks.</summary>
    Abort,

    /// <summary>The response ends in good order, the text does not.</summary>
    Close,
}
