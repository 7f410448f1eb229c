namespace BotApi.Simulator;

/// <summary>The parameter <c>allowed_updates</c>.</summary>
internal static class AllowedParameter
{
    /// <summary>Telegram ignores a list it cannot read.</summary>
    public static void Apply(CallParameters parameters, UpdateQueue updates)
    {
        try
        {
            updates.Allow(parameters.Json("allowed_updates", "allowed updates"));
        }
        catch (ApiException)
        {
            // The choice made before stays.
        }
    }
}
