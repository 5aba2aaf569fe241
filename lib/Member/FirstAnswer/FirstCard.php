<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardText;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Card\Voice;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Avatar;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IL10N;

/** A card as templates/card.php prints it: MemberPresenter's data, in words. */
class FirstCard {
	/** @var array<array-key, string> labels of the vocabulary by id */
	private array $labels = [];

	private Voice $voice = Voice::Own;

	/** @var array<string, string> audience of each part, for the keeper only */
	private array $audiences = [];

	public function __construct(
		private readonly CardWords $words,
		private readonly Vocabulary $vocabulary,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $card MemberSchema of src/member/model.ts
	 * @param string $base the app's base path
	 * @return array<string, mixed> what templates/card.php expects
	 */
	public function view(Viewer $viewer, array $card, string $base): array {
		$this->labels = $this->vocabulary->labelsById($this->l->getLanguageCode());
		$this->voice = Voice::of($card);
		foreach ($card['audience'] ?? [] as $part => $audience) {
			$this->audiences[$part] = $this->words->audience($audience, $this->voice);
		}
		$card['contact'] = (array)($card['contact'] ?? []);
		$keeps = $card['can']['edit'];
		$mine = $card['uid'] !== null && $card['uid'] === $viewer->uid;
		$published = $card['status'] === Status::Published->value;
		return [
			'title' => $card['name'],
			'back' => $keeps && !$mine
				? ['text' => $this->l->t('Cards I keep'), 'href' => "$base/kept"]
				: ['text' => $this->l->t('Members'), 'href' => "$base/members"],
			'avatar' => ['initials' => Avatar::initials($card['name']), 'colour' => Avatar::colour($card['name'])],
			'line' => FixedSpaces::in(CardText::line($card)),
			'keptBy' => isset($card['steward']) ? $this->words->keptBy($card['steward'], $card['kind'] ?? null) : '',
			'action' => match (true) {
				$keeps => ['text' => $this->l->t('Edit'), 'href' => $mine ? "$base/me" : "$base/members/{$card['id']}/edit", 'primary' => $published],
				default => ['text' => CardWords::fill($this->l->t('Write to {name}'), ['name' => $card['name']]), 'href' => "$base/messages/to/{$card['id']}", 'primary' => true],
			},
			'viewpoints' => $keeps ? [$this->l->t('Me'), ...$this->words->viewpoints($this->voice)] : [],
			'hidden' => $keeps ? $this->words->hidden($card['status'], $this->voice) : '',
			'together' => array_map(static fn (array $group): array => [
				'text' => $group['title'],
				'href' => "$base/groups/{$group['id']}",
			], $card['together']),
			'headline' => $card['headline'] ?? '',
			'headlineAudience' => $this->audiences['headline'] ?? '',
			'parts' => $this->sections($card, true),
			'columns' => $this->sections($card, false),
		];
	}

	/**
	 * @param array<string, mixed> $card
	 * @return list<array<string, mixed>> the non-empty parts, in the order of the card
	 */
	private function sections(array $card, bool $wide): array {
		$sections = [];
		foreach (Part::cases() as $part) {
			if ($part->isWide() === $wide) {
				$sections[$part->section()][] = $part;
			}
		}
		$blocks = [];
		foreach ($sections as $section => $parts) {
			array_push($blocks, ...match ($section) {
				// Shown above, or with `contact`.
				'name', 'phone' => [],
				'standpoint' => [$this->from($card, $parts)],
				'availability' => $this->times($card),
				'contact' => [$this->contact($card['contact'])],
				default => array_map(fn (Part $part): ?array => $part->kind() === PartKind::Items
					? $this->items($part, $card[$part->value] ?? [])
					: $this->text($part, $this->textOf($part, $card)), $parts),
			});
		}
		return array_values(array_filter($blocks));
	}

	/** @param array<string, mixed> $card */
	private function textOf(Part $part, array $card): string {
		$value = $card[$part->value] ?? '';
		return match (true) {
			!is_array($value) => $value,
			$part->kind() === PartKind::Places => implode(' · ', array_column($value, 'name')),
			default => $this->joined($value),
		};
	}

	/**
	 * @return ?array<string, mixed> a part with its title and, for the keeper, its audience; null if it is empty
	 */
	private function text(Part $part, string ...$texts): ?array {
		$texts = array_filter($texts, static fn (string $text): bool => $text !== '');
		return $texts === [] ? null : $this->titled($part, ['texts' => $texts]);
	}

	/**
	 * @param list<array{text: string, terms: list<string>, kind?: string}> $items
	 * @return ?array<string, mixed>
	 */
	private function items(Part $part, array $items): ?array {
		return $items === [] ? null : $this->titled($part, ['items' => array_map(fn (array $item): array => [
			'text' => $item['text'],
			'about' => implode(' · ', array_filter([$this->words->kind($item['kind'] ?? ''), $this->joined($item['terms'])])),
		], $items)]);
	}

	/**
	 * The places of a person's perspective: each has its own audience.
	 *
	 * @param array<string, mixed> $card
	 * @param list<Part> $parts
	 * @return ?array<string, mixed>
	 */
	private function from(array $card, array $parts): ?array {
		$lines = [];
		foreach ($parts as $part) {
			$text = $this->textOf($part, $card);
			if ($text !== '') {
				$lines[] = ['title' => $this->words->part($part, $this->voice), 'audience' => $this->audiences[$part->value] ?? '', 'text' => $text];
			}
		}
		return $lines === [] ? null : ['title' => $this->words->standpoint($this->voice), 'audience' => '', 'lines' => $lines];
	}

	/**
	 * Availability and limits are shown together; separately only if the keeper sees two different audiences.
	 *
	 * @param array<string, mixed> $card
	 * @return list<?array<string, mixed>>
	 */
	private function times(array $card): array {
		$availability = $card['availability'] ?? '';
		$limits = $card['limits'] ?? '';
		if ($availability !== '' && $limits !== '' && ($this->audiences['availability'] ?? '') === ($this->audiences['limits'] ?? '')) {
			$both = $this->text(Part::Availability, $availability, $limits);
			return [['title' => $this->words->times($this->voice)] + (array)$both];
		}
		return [$this->text(Part::Availability, $availability), $this->text(Part::Limits, $limits)];
	}

	/**
	 * @param array<string, ?string> $contact
	 * @return ?array<string, mixed>
	 */
	private function contact(array $contact): ?array {
		$links = [];
		foreach (['email' => 'contact', 'phone' => 'phone', 'website' => 'contact'] as $way => $part) {
			$text = $contact[$way] ?? '';
			if ($text !== '') {
				$links[] = [
					'text' => $text,
					'audience' => $this->audiences[$part] ?? '',
					'href' => match ($way) {
						'email' => CardText::mailAddress($text),
						'phone' => CardText::phoneAddress($text),
						'website' => CardText::webAddress($text),
					},
					'outside' => $way === 'website',
				];
			}
		}
		return $links === [] ? null : ['title' => $this->words->part(Part::Contact, $this->voice), 'audience' => '', 'links' => $links];
	}

	/**
	 * @param array<string, mixed> $content
	 * @return array<string, mixed>
	 */
	private function titled(Part $part, array $content): array {
		return ['title' => $this->words->part($part, $this->voice), 'audience' => $this->audiences[$part->value] ?? ''] + $content;
	}

	/** @param list<string> $ids of terms, or custom words; returned as one joined text */
	private function joined(array $ids): string {
		return implode(' · ', array_map(fn (string $id): string => $this->labels[$id] ?? $id, $ids));
	}
}
