"""Making the model of readings: labelled sentences and the script that learns from them."""
