<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\Mail\WrittenMail;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Why;

/** The text below a letter in a mail, and the mail of one reader: the letter with their own links. */
class LetterMailText {
	public function __construct(
		private readonly Passages $passages,
	) {
	}

	/**
	 * Both parts of the mail, with slots for the values that differ between readers.
	 *
	 * @return array{html: string, text: string}
	 */
	public function parts(Letter $letter, Composed $composed): array {
		$l = $this->passages->words($letter->getLanguage())->l;
		$why = [Composed::slot('why')];
		$foot = $letter->isStatutory()
			? [$why, [[$l->t('My page: what is known about me'), Composed::slot('own')]]]
			: [
				[[$l->t('Read this letter online'), Composed::slot('read')]],
				$why,
				[[$l->t('No longer receive the letter'), Composed::slot('leave')]],
				[[$l->t('My page: what is known about me'), Composed::slot('own')]],
			];
		return ['html' => LetterHtml::mail($composed, $foot), 'text' => LetterText::of($composed, $foot)];
	}

	/**
	 * @param array{html: string, text: string} $parts
	 * @param array<string, string> $slots by name: addresses, and the sentence `why`
	 * @param ?string $leaveUrl for the header; null: the list cannot be left
	 */
	public static function mail(Letter $letter, array $parts, array $slots, ?string $leaveUrl): WrittenMail {
		return new WrittenMail(
			$letter->getTitle(),
			Composed::filled($parts['text'], $slots),
			Composed::filled($parts['html'], array_map(static fn (string $value): string => htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE), $slots)),
			$letter->hasPicture() ? [Composed::PICTURE => (string)base64_decode((string)$letter->getPicture(), true)] : [],
			$leaveUrl,
		);
	}

	/** Why this reader gets it, in one sentence. */
	public function why(Letter $letter, Reader $reader): string {
		$words = $this->passages->words($letter->getLanguage());
		$day = $reader->on === null ? '' : $words->day($reader->on);
		return match ($reader->why) {
			Why::Statutory => $words->l->t('You receive this message because you are a member: the network has to send it to you.'),
			Why::Imported, Why::Reported => $reader->manner === ''
				? $words->l->t('You receive this letter because you agreed to it on %s.', [$day])
				: $words->l->t('You receive this letter because you agreed to it on %1$s: %2$s.', [$day, rtrim(LetterWords::plain($reader->manner), '. ')]),
			default => $words->l->t('You receive this letter because you asked for it on %s.', [$day]),
		};
	}
}
