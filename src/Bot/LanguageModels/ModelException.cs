namespace Bot.LanguageModels;

/// <summary>Why a call of the model came to nothing.</summary>
internal enum ModelFault
{
    /// <summary>The network, or a server's error: worth another try.</summary>
    Unreachable,

    /// <summary>Too many requests: worth another try, later.</summary>
    Busy,

    /// <summary>The endpoint refuses the request, its key or its model.</summary>
    Refused,

    /// <summary>The answer ended in the middle.</summary>
    CutOff,

    /// <summary>What came back is no answer of a model.</summary>
    Garbled,

    /// <summary>It took too long.</summary>
    Slow,

    /// <summary>The prompt's file cannot be rendered, or came out with other messages than it says.</summary>
    Prompt,
}

/// <param name="retryAfter">How long the endpoint asks to wait; null where it does not say.</param>
internal sealed class ModelException(ModelFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ModelFault Fault => fault;

    public TimeSpan? RetryAfter => retryAfter;

    public bool IsWorthRetrying => fault is ModelFault.Unreachable or ModelFault.Busy;

    /// <summary>The fault that an HTTP status tells of.</summary>
    public static ModelException OfStatus(int status, string message, TimeSpan? retryAfter, Exception inner) => new(
        status switch
        {
            429 => ModelFault.Busy,
            0 or 408 or >= 500 => ModelFault.Unreachable,
            _ => ModelFault.Refused,
        },
        status == 0 ? $"the model cannot be reached: {OneLine(message)}" : $"the model's endpoint answers {status}: {OneLine(message)}{WhatToDo(status)}", retryAfter, inner);

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string WhatToDo(int status) => status switch
    {
        401 or 403 => " (see Model:ApiKey)",
        404 => " (does Model:Endpoint end in /v1, and does the endpoint have the model that Model:Name names?)",
        _ => "",
    };
}
