<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IUserManager;

/** A preview of a draft: in three forms, for one kind of readers, while it is written; and by mail, to its writer. */
class PreviewLetter {
	private const MOST = [ActionLimit::HOUR => 30, ActionLimit::DAY => 100];

	public function __construct(
		private readonly Letters $letters,
		private readonly WriteLetter $writing,
		private readonly Passages $passages,
		private readonly Compose $compose,
		private readonly LetterMailText $text,
		private readonly LetterLinks $links,
		private readonly Outbox $outbox,
		private readonly ActionLimit $limit,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input PreviewSchema of src/letter/model.ts, raw input: the letter as it is written, stored or not
	 * @return array<string, mixed> RenderingSchema
	 * @throws ReasonException not_yours · not_found · letter_sent · unknown_readers · letter_too_long · those of LetterRules
	 */
	public function render(Viewer $viewer, int $id, array $input): array {
		[$letter, $items] = $this->writing->withChanges($viewer, $id, $input);
		[$composed, $seen, $passages] = $this->composed($viewer, $letter, $items, self::as($input['as'] ?? null));
		$parts = $this->text->parts($letter, $composed);
		$slots = $this->slots($letter);
		$html = LetterMailText::mail($letter, $parts, $slots, null)->html;
		$keys = array_map(static fn (LetterItem $item): string => $item->key(), array_values(array_filter($items, static fn (LetterItem $item): bool => !$item->isBlock() && $item->isTaken())));
		return [
			'html' => $html,
			'text' => Composed::filled($parts['text'], $slots),
			// The browser has the picture, which need not be sent again with each typed letter.
			'page' => LetterDocument::of($composed, ''),
			'bytes' => strlen($html),
			'unseen' => array_values(array_filter($keys, static fn (string $key): bool => isset($passages[$key]) && !isset($seen[$key]))),
			'gone' => array_values(array_filter($keys, static fn (string $key): bool => !isset($passages[$key]))),
			'changed' => Compose::changed($items, $passages),
		];
	}

	/**
	 * Sends a stored letter only to the account that writes it.
	 *
	 * @param array<array-key, mixed> $input TestSchema, raw input
	 * @return string the address
	 * @throws ReasonException not_yours · not_found · unknown_readers · letter_too_long · no_address · enough_tests · enough_tests_today · test_failed
	 */
	public function test(Viewer $viewer, int $id, array $input): string {
		$letter = $this->letters->one($viewer, $id);
		$as = self::as($input['as'] ?? null);
		$uid = (string)$viewer->uid;
		$address = $this->outbox->addressOf($uid) ?? throw new ReasonException('no_address', Http::STATUS_UNPROCESSABLE_ENTITY);
		$this->limit->count('reseau-letter-test', self::MOST, 'enough_tests');
		[$composed] = $this->composed($viewer, $letter, $this->letters->itemsOf($letter), $as);
		$mail = LetterMailText::mail($letter, $this->text->parts($letter, $composed), $this->slots($letter), null);
		$failed = $this->outbox->post($mail->titled($this->passages->words($letter->getLanguage())->l->t('Test: %s', [$mail->subject])), $address, $this->users->getDisplayName($uid) ?? $uid);
		return $failed === null ? $address : throw new ReasonException('test_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
	}

	/**
	 * The passages of a letter that has nothing else in it, so that it is empty for readers who see none of them.
	 *
	 * @return ?array<string, Passage> null: it has words for everyone, or is a message, which is never for some only
	 */
	public function passagesAlone(Viewer $viewer, Letter $letter): ?array {
		$items = $this->letters->itemsOf($letter);
		return $letter->isStatutory() || Compose::hasWords($letter, $items) ? null : $this->seen($viewer, $letter, $items);
	}

	/**
	 * @param list<LetterItem> $items
	 * @return array{Composed, array<string, Passage>, array<string, Passage>} the letter, the passages that are seen, and all its passages
	 */
	private function composed(Viewer $viewer, Letter $letter, array $items, string $as): array {
		$passages = $this->seen($viewer, $letter, $items);
		$seen = match ($as) {
			ReaderSight::ACCOUNT => $passages,
			// A kept card without a group represents all of them.
			ReaderSight::KEPT => $this->passages->seen(Viewer::anyMember(), $passages),
			default => $this->passages->seen(new Viewer(null), $passages),
		};
		return [$this->compose->letter($letter, $items, $seen, $this->links->of($as === ReaderSight::ACCOUNT ? LetterLinks::APP : LetterLinks::NONE)), $seen, $passages];
	}

	/**
	 * A writer sees no more in a letter than elsewhere.
	 *
	 * @param list<LetterItem> $items
	 * @return array<string, Passage>
	 */
	private function seen(Viewer $viewer, Letter $letter, array $items): array {
		return $this->passages->seen($viewer, $this->passages->read(Compose::about($items), $letter->getLanguage()));
	}

	/** @return array<string, string> a preview links to pages of the person who views it, never of a reader */
	private function slots(Letter $letter): array {
		$l = $this->passages->words($letter->getLanguage())->l;
		return [
			'why' => $letter->isStatutory()
				? $l->t('You receive this message because you are a member: the network has to send it to you.')
				: $l->t('Each reader sees here why they receive the letter.'),
			'read' => $this->links->page("letters/{$letter->id()}"),
			'own' => $this->links->page('notifications'),
			'leave' => $this->links->page('notifications'),
		];
	}

	/**
	 * @throws ReasonException unknown_readers
	 */
	private static function as(mixed $value): string {
		$as = Input::string($value ?? ReaderSight::ACCOUNT, 'as');
		return in_array($as, ReaderSight::KINDS, true) ? $as : throw ReasonException::at('unknown_readers', 'as');
	}
}
