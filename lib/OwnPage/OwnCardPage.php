<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Member\Card\Voice;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The form by which a person without an account corrects their card. templates/light.php prints it. */
class OwnCardPage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly CardWords $words,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param ?ReasonException $refused why the typed texts were not saved
	 * @param array<array-key, mixed> $typed
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function form(Member $card, string $token, ?ReasonException $refused = null, array $typed = []): array {
		$texts = OwnCard::fields($card, $typed);
		$groups = [['title' => $this->l->t('Your name'), 'choices' => [], 'fields' => [$this->field('name', $this->l->t('Your name'), $texts, $typed, false)]]];
		foreach (Part::cases() as $part) {
			$fields = $this->fields($part, $texts, $typed);
			if ($fields !== [] || isset($card->cardParts()[$part->value])) {
				$groups[] = [
					'title' => $this->words->part($part),
					'choices' => [],
					'hint' => match (true) {
						$fields === [] => $this->l->t('To change it, tell the person who keeps your card: it is chosen from a list.'),
						$part === Part::Contact && isset($card->contactDetails()['email']) => $this->l->t('Your email address is %s.', [$card->contactDetails()['email']]),
						default => '',
					},
					'fields' => [...$fields, $this->audience($card, $part, $typed)],
				];
			}
		}
		return [
			'note' => $refused === null ? '' : $this->note($refused),
			'quotes' => isset($refused?->details['field'], $texts[$refused->details['field']]) && $refused->reason === 'stale_version' ? [[
				'title' => $this->l->t('What is there now'), 'text' => $texts[$refused->details['field']],
			]] : [],
			'answers' => [[
				'answer' => 'save',
				'button' => $this->l->t('Save'),
				'means' => $this->l->t('It is shown immediately to the people you chose.'),
				'groups' => $groups,
			]],
			'links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . "own/$token", 'text' => $this->l->t('Back to my page')]],
		] + $this->cards->sentence(
			$this->l->t('Your card'),
			$this->l->t('Change what is not right, and clear what should be removed. What you do not change stays as it is.'),
			$this->l->t('Your email address has changed? Tell the person who keeps your card: the links you were sent belong to the address you have now.'),
		);
	}

	/**
	 * @param array<string, string> $texts
	 * @param array<array-key, mixed> $typed
	 * @return list<array<string, mixed>> fields of a part; empty if it is chosen from a list
	 */
	private function fields(Part $part, array $texts, array $typed): array {
		if ($part->kind() === PartKind::Items) {
			$fields = [];
			foreach (array_keys($texts) as $field) {
				if (str_starts_with($field, "$part->value-")) {
					$number = (int)substr($field, strlen($part->value) + 1) + 1;
					$fields[] = $this->field($field, $texts[$field] === '' ? $this->l->t('One more') : $this->l->t('Number %s', [(string)$number]), $texts, $typed);
				}
			}
			return $fields;
		}
		return match (true) {
			$part === Part::Contact => [$this->field('website', $this->l->t('Website'), $texts, $typed)],
			$part === Part::Phone => [$this->field('phone', $this->words->part($part), $texts, $typed)],
			in_array($part, OwnCard::written(), true) => [$this->field($part->value, $part->kind() === PartKind::Words ? $this->l->t('One on each line') : $this->words->part($part), $texts, $typed)],
			default => [],
		};
	}

	/**
	 * @param array<string, string> $texts
	 * @param array<array-key, mixed> $typed
	 * @return array<string, mixed>
	 */
	private function field(string $name, string $label, array $texts, array $typed, bool $optional = true): array {
		[$of] = explode('-', $name);
		$kind = Part::tryFrom($of)?->kind();
		return array_filter([
			'name' => $name,
			'label' => $label,
			'max' => OwnCard::most($name),
			'rows' => match ($kind) {
				PartKind::Text => 6,
				PartKind::Words => 4,
				PartKind::Items => 2,
				default => 0,
			},
			'optional' => $optional,
		]) + [
			'value' => is_string($typed[$name] ?? null) ? $typed[$name] : $texts[$name],
			'was' => OwnCard::seen($texts[$name]),
		];
	}

	/**
	 * @param array<array-key, mixed> $typed
	 * @return array<string, mixed>
	 */
	private function audience(Member $card, Part $part, array $typed): array {
		$now = $card->audienceOf($part)->value;
		$chosen = $typed["audience-$part->value"] ?? $now;
		return [
			'name' => "audience-$part->value",
			'label' => $this->l->t('Who can see this?'),
			'value' => is_string($chosen) ? $chosen : $now,
			'was' => $now,
			'options' => array_map(fn (Audience $audience): array => [
				'value' => $audience->value,
				'label' => $audience === Audience::Me ? $this->l->t('Only me and the person who keeps my card') : $this->words->audience($audience->value, Voice::Own),
			], Audience::cases()),
		];
	}

	private function note(ReasonException $refused): string {
		return match ($refused->reason) {
			'stale_version' => $this->l->t('Nothing is saved yet: the card was changed after you opened this page. What you typed is still here; read it again, and save.'),
			'name_missing' => $this->l->t('Nothing is saved yet: enter your name, as you want to be called.'),
			'bad_address' => $this->l->t('Nothing is saved yet: the website is not an address. It looks like https://example.org.'),
			'refused' => $this->l->t('Nothing is saved yet: the person with this phone number asked not to be in the network.'),
			'too_many' => $this->l->t('Nothing is saved yet: a list has too many lines.'),
			default => $this->l->t('Nothing is saved yet: one of your texts is too long, or contains characters that cannot be saved.'),
		};
	}
}
