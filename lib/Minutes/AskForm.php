<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\GroupRules;
use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The form of the page behind an invitation: its fields, and what they mean. Those of a group end in its number. */
final class AskForm {
	private const ENGAGEMENT = ['commitment', 'hours', 'until', 'limits'];

	/**
	 * Yes or no to each group; there is only the button where there is one group.
	 *
	 * @param array<array-key, mixed> $input
	 * @return list<AskedGroup> those with a yes
	 * @throws ReasonException answer_missing
	 */
	public static function accepted(OpenAsk $open, array $input): array {
		if (!$open->hasSeveral()) {
			return $open->groups;
		}
		$yes = [];
		foreach ($open->groups as $one) {
			$answer = $input["in-{$one->id()}"] ?? null;
			if ($answer !== 'yes' && $answer !== 'no') {
				throw new ReasonException('answer_missing', details: ['field' => "in-{$one->id()}"]);
			}
			$answer === 'yes' && $yes[] = $one;
		}
		return $yes;
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array<string, mixed> as of GroupRules::engage()
	 */
	public static function engagement(AskedGroup $one, array $input): array {
		$engagement = ['commitment' => $one->note];
		foreach (self::ENGAGEMENT as $field) {
			$name = "$field-{$one->id()}";
			if (array_key_exists($name, $input)) {
				$engagement[$field] = is_string($input[$name]) ? trim($input[$name]) : $input[$name];
			}
		}
		return $engagement;
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array<string, mixed> what a new card says
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function card(OpenAsk $open, array $input): array {
		$name = $input['name'] ?? '';
		$seeks = trim(Fields::text($input['seeks'] ?? '', 'seeks', CardRules::LIMITS['itemText']));
		return ['name' => is_string($name) ? trim($name) : '', 'contact' => ['email' => $open->email]]
			+ ($seeks === '' ? [] : ['seeks' => [['text' => $seeks, 'terms' => []]]]);
	}

	/**
	 * @param array<array-key, mixed> $typed what was sent and not saved
	 * @return list<array<string, mixed>> fieldsets of templates/light.php
	 */
	public static function groups(IL10N $l, OpenAsk $open, array $typed): array {
		return array_map(static fn (AskedGroup $one): array => [
			'title' => $open->hasSeveral() ? $one->group->getTitle() : $l->t('If you accept: what others can expect of you'),
			'choices' => $open->hasSeveral() ? [
				['name' => "in-{$one->id()}", 'value' => 'yes', 'label' => $l->t('Yes, I take part'), 'chosen' => ($typed["in-{$one->id()}"] ?? '') === 'yes'],
				['name' => "in-{$one->id()}", 'value' => 'no', 'label' => $l->t('No, not this group'), 'chosen' => ($typed["in-{$one->id()}"] ?? '') === 'no'],
			] : [],
			'fields' => self::fields($l, $one, $typed),
		], $open->groups);
	}

	/**
	 * @param array<array-key, mixed> $typed
	 * @return list<array<string, mixed>> fields of templates/light.php
	 */
	public static function about(IL10N $l, OpenAsk $open, array $typed): array {
		return $open->card !== null ? [] : [
			[
				'name' => 'name',
				'label' => $l->t('Your name, as you want to be called'),
				'value' => isset($typed['name']) ? LightPage::typed($typed['name']) : $open->name,
				'max' => CardRules::LIMITS['name'],
			],
			[
				'name' => 'seeks',
				'label' => $l->t('What you seek, if you want to say so: the members of the network can read it'),
				'value' => LightPage::typed($typed['seeks'] ?? ''),
				'max' => CardRules::LIMITS['itemText'],
				'rows' => 2,
				'optional' => true,
			],
		];
	}

	/**
	 * @param array<array-key, mixed> $typed
	 * @return list<array<string, mixed>>
	 */
	private static function fields(IL10N $l, AskedGroup $one, array $typed): array {
		$value = static fn (string $field, string $known = ''): string => LightPage::typed($typed["$field-{$one->id()}"] ?? $known);
		$field = static fn (string $field, string $label, array $more): array => ['name' => "$field-{$one->id()}", 'label' => $label, 'optional' => true] + $more;
		return [
			$field('commitment', $l->t('What are you committing to?'), ['value' => $value('commitment', $one->note), 'max' => GroupRules::LIMITS['commitment'], 'rows' => 2]),
			$field('hours', $l->t('How much time'), ['value' => $value('hours'), 'max' => GroupRules::LIMITS['hours']]),
			$field('until', $l->t('Until when'), ['value' => $value('until'), 'max' => 10, 'type' => 'date']),
			$field('limits', $l->t('Your limits?'), ['value' => $value('limits'), 'max' => GroupRules::LIMITS['limits']]),
		];
	}
}
