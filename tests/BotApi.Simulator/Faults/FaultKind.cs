namespace BotApi.Simulator;

/// <summary>What can go wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>429 for a while: earlier calls are refused again, with what is left of the time.</summary>
    TooManyRequests,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>400.</summary>
    BadRequest,

    /// <summary>500 in Telegram's own form.</summary>
    ServerError,

    /// <summary>502 with a page of HTML from a proxy.</summary>
    BadGateway,

    /// <summary>The connection breaks and nothing was done.</summary>
    CutBeforeWork,

    /// <summary>The connection breaks after everything was done: the answer is lost.</summary>
    CutAfterWork,

    /// <summary>Nothing comes for a while, and then the answer.</summary>
    Stall,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>409, as if another program asked for updates too.</summary>
    Conflict,
}
