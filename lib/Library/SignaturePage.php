<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Markdown;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * The texts of the page that the link in a request to sign opens: the text to sign, and what each answer does. It is read without an account, on any
 * phone; templates/light.php prints it.
 */
class SignaturePage {
	/** Bytes of a text shown in the page; a longer one is opened separately. */
	private const SHOWN = 200_000;

	public function __construct(
		private readonly AnswerPage $cards,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @param string $token of the link
	 * @param string $reason why the last answer was not accepted: a reason of AnswerSignature::sign()
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function ask(OpenSignature $open, string $token, string $reason = '', ?string $name = null): array {
		$by = $open->signature->getByUid();
		$by = $by === null ? null : $this->users->getDisplayName($by);
		$network = $this->network->name();
		return [
			'title' => $this->l->t('Do you sign “%s”?', [$open->sheet->getTitle()]),
			'network' => $network,
			'card' => null,
			'note' => $this->note($reason),
			'paragraphs' => [
				$by === null
					? $this->l->t('The facilitators of %1$s ask you. %1$s is a network whose members find each other by what they seek and what they offer.', [$network])
					: $this->l->t('%1$s asks you. %2$s is a network whose members find each other by what they seek and what they offer.', [$by, $network]),
			],
			'quotes' => $this->text($open),
			'answers' => [
				[
					'answer' => 'sign',
					'button' => $this->l->t('I sign'),
					'means' => $this->l->t('The members of the network see your name below the text. You can withdraw it at any time: keep the email, its link still leads here.'),
					'along' => ['hash' => $open->hash],
					'fields' => [[
						'name' => 'name',
						'label' => $this->l->t('Your name, as it should appear below the text'),
						'value' => $name ?? $open->name,
						'max' => SheetRules::LIMITS['signerName'],
					]],
				],
				[
					'answer' => 'refuse',
					'button' => $this->l->t('I refuse'),
					'means' => $this->l->t('Your name and address are deleted immediately. Only an unreadable mark of your email address is kept, so that nobody asks you again to sign this text.'),
				],
			],
			'links' => $this->links($open, $token),
			'question' => $this->l->t('If you do nothing, your name and address are deleted on %s. A question? The email that brought you here says who to ask.', [
				$this->cards->day($this->days->of((int)$open->signature->getExpiresAt())),
			]),
		];
	}

	/** @return array<string, mixed> */
	public function signed(OpenSignature $open, string $token): array {
		return [
			'quotes' => $this->text($open),
			'answers' => [$this->withdraw()],
			'links' => $this->links($open, $token),
		] + $this->cards->sentence(
			$this->l->t('You signed “%s”', [$open->sheet->getTitle()]),
			$open->signature->getHash() === $open->hash
				? $this->l->t('Signed on %1$s as %2$s. Thank you.', [$this->cards->day($open->signature->getDay()), $open->name])
				: $this->l->t('Signed on %1$s as %2$s. The text has changed since then: your signature remains on the version of that day.', [$this->cards->day($open->signature->getDay()), $open->name]),
			$this->l->t('Keep the email: its link still leads here.'),
		);
	}

	/** @return array<string, mixed> for a signer of a text that can no longer be signed: shows only what they entered themselves */
	public function left(Signature $signature): array {
		return ['answers' => [$this->withdraw()]] + $this->cards->sentence(
			$this->l->t('You signed a text that is no longer shown'),
			$this->l->t('Signed on %1$s as %2$s. The text was withdrawn, changed into something else or deleted; if it is restored, your signature will be shown again.', [$this->cards->day($signature->getDay()), (string)$signature->getName()]),
			$this->l->t('Keep the email: its link still leads here.'),
		);
	}

	/** @return array<string, string> */
	private function withdraw(): array {
		return [
			'answer' => 'withdraw',
			'button' => $this->l->t('I withdraw my signature'),
			'means' => $this->l->t('Your name is removed from below the text immediately, and nothing about you is kept.'),
		];
	}

	/** @return array<string, mixed> */
	public function refused(): array {
		return $this->cards->sentence(
			$this->l->t('You refused'),
			$this->l->t('Your name and address were deleted. Only an unreadable mark of your email address is kept, so that nobody asks you again to sign this text.'),
			$this->l->t('If you change your mind, tell someone in the network.'),
		);
	}

	/** @return array<string, mixed> */
	public function withdrawn(): array {
		return $this->cards->sentence(
			$this->l->t('Your signature was withdrawn'),
			$this->l->t('Your name is no longer below the text, and nothing about you is kept.'),
			$this->l->t('If you change your mind, tell someone in the network.'),
		);
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('The request was answered or withdrawn, the text no longer exists, or the link is older than 30 days.'),
			$this->l->t('If you have a question, the email that brought you here says who to ask.'),
		);
	}

	/** @return list<array{title: string, text: string}> the text itself if it can be shown, otherwise its description */
	private function text(OpenSignature $open): array {
		$plain = str_starts_with($open->file->getMimeType(), 'text/') && $open->file->getSize() <= self::SHOWN;
		$text = $plain ? (string)$open->file->getContent() : $open->sheet->text('summary');
		if (!mb_check_encoding($text, 'UTF-8')) {
			return [];
		}
		$text = trim($open->file->getMimeType() === 'text/markdown' ? self::unmarked($text, $open->sheet->getTitle()) : $text);
		return $text === '' ? [] : [['title' => $open->sheet->getTitle(), 'text' => $text]];
	}

	/** Markdown without its marks, and without a first heading that repeats the title. */
	private static function unmarked(string $text, string $title): string {
		$text = Markdown::unmarked($text);
		$lines = explode("\n", ltrim($text), 2);
		return trim($lines[0]) === $title ? $lines[1] ?? '' : $text;
	}

	/** @return list<array{before: string, href: string, text: string}> */
	private function links(OpenSignature $open, string $token): array {
		$base = $this->urls->linkToRoute('reseau.page.index');
		return [
			['before' => '', 'href' => "{$base}sign/$token/text", 'text' => $this->l->t('Open the text as a file: %s', [$open->file->getName()])],
			...($open->isSigned() ? [] : [['before' => $this->l->t('You have an account in %s?', [$this->network->name()]), 'href' => "{$base}library/sheet/{$open->sheet->getFileId()}", 'text' => $this->l->t('Sign with this account')]]),
		];
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'name_missing' => $this->l->t('Your answer was not sent: enter your name, as you want to be called.'),
			'version_changed' => $this->l->t('The text was changed after you opened this page. Your answer was not saved. This is the current text: please read it again.'),
			default => $this->l->t('Your answer was not sent: this name cannot be saved. Shorten it, and use only letters.'),
		};
	}
}
