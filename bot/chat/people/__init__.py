"""Who asks, and where: permissions, languages, how often, what came before, what is kept."""
