package yingbao.platform.programmes;

import java.util.List;
import yingbao.policy.decide.Mandates;

/**
 * How a demand of the policy stands in one area and year.
 *
 * @param mandate its id
 * @param title what is demanded, in words
 * @param areaCode twelve digits
 * @param value the measured value in words
 * @param floor what it is measured against, in words
 * @param cites what the demand rests on, in words
 * @param sources where the numbers stand
 */
public record FindingView(
        String mandate,
        String title,
        String areaCode,
        String areaName,
        int year,
        Mandates.Verdict verdict,
        String value,
        String floor,
        List<String> cites,
        List<String> sources) {}
