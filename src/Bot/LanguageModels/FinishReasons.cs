namespace Bot.LanguageModels;

/// <summary>How a model's answer may end: a stream that is cut off ends without a word.</summary>
internal static class FinishReasons
{
    /// <exception cref="ModelException">It did not end by itself.</exception>
    public static void Check(string? reason)
    {
        switch (reason?.ToLowerInvariant())
        {
            case "stop":
                return;
            case null:
                throw new ModelException(ModelFault.CutOff, "the model's answer ended in the middle");
            case "length":
                throw new ModelException(ModelFault.CutOff, "the model's answer is longer than the prompt's max_tokens");
            default:
                throw new ModelException(ModelFault.Refused, $"the endpoint ended the answer: {reason}");
        }
    }
}
