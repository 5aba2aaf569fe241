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
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * The page behind the link in the mail that asks somebody to sign, in words: the text, and what each answer does. It is read without an
 * account, on any telephone; templates/light.php prints it.
 */
class SignaturePage {
	/** Bytes of a text that is shown in the page; a longer one is opened beside it. */
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
	 * @param string $token of the link it stands behind
	 * @param string $reason why the last answer did not count: a reason word of AnswerSignature::sign()
	 * @return array<string, mixed> what templates/light.php names
	 */
	public function ask(OpenSignature $open, string $token, string $reason = '', ?string $name = null): array {
		$by = $open->signature->getByUid();
		$by = $by === null ? null : $this->users->getDisplayName($by);
		$network = $this->network->name();
		return [
			'title' => $this->l->t('Will you sign “%s”?', [$open->sheet->getTitle()]),
			'network' => $network,
			'card' => null,
			'note' => $this->note($reason),
			'paragraphs' => [
				$by === null
					? $this->l->t('The facilitators of %1$s ask you. %1$s is a network whose members find each other by what they seek and what they offer.', [$network])
					: $this->l->t('%1$s asks you. %2$s is a network whose members find each other by what they seek and what they offer.', [$by, $network]),
			],
			'told' => $this->text($open),
			'answers' => [
				[
					'answer' => 'sign',
					'button' => $this->l->t('I sign'),
					'means' => $this->l->t('The members of the network see your name below the text. You can take it back at any time: keep the mail, its link goes on leading here.'),
					'along' => ['hash' => $open->hash],
					'fields' => [[
						'name' => 'name',
						'label' => $this->l->t('Your name, as it is to stand below the text'),
						'value' => $name ?? $open->name,
						'max' => SheetRules::LIMITS['signerName'],
					]],
				],
				[
					'answer' => 'refuse',
					'button' => $this->l->t('I refuse'),
					'means' => $this->l->t('Your name and your address are forgotten at once. So that nobody asks you again to sign this text, only an unreadable mark of your mail address is kept.'),
				],
			],
			'links' => $this->links($open, $token),
			'question' => $this->l->t('If you do nothing, your name and your address are forgotten on %s. A question? The mail that brought you here says whom to ask.', [
				$this->cards->day($this->days->of((int)$open->signature->getExpiresAt())),
			]),
		];
	}

	/** @return array<string, mixed> */
	public function signed(OpenSignature $open, string $token): array {
		return [
			'told' => $this->text($open),
			'answers' => [$this->withdraw()],
			'links' => $this->links($open, $token),
		] + $this->cards->sentence(
			$this->l->t('You signed “%s”', [$open->sheet->getTitle()]),
			$open->signature->getHash() === $open->hash
				? $this->l->t('Signed on %1$s as %2$s. Thank you.', [$this->cards->day($open->signature->getDay()), $open->name])
				: $this->l->t('Signed on %1$s as %2$s. The text was changed since then: your signature stands below the version of that day.', [$this->cards->day($open->signature->getDay()), $open->name]),
			$this->l->t('Keep the mail: its link goes on leading here.'),
		);
	}

	/** @return array<string, mixed> for who signed a text that is not to be signed any more: nothing is told of it but what they said themselves */
	public function left(Signature $signature): array {
		return ['answers' => [$this->withdraw()]] + $this->cards->sentence(
			$this->l->t('You signed a text that is no longer shown'),
			$this->l->t('Signed on %1$s as %2$s. The text was taken back, changed into something else or deleted; if it comes back, your name stands below it again.', [$this->cards->day($signature->getDay()), (string)$signature->getName()]),
			$this->l->t('Keep the mail: its link goes on leading here.'),
		);
	}

	/** @return array<string, string> */
	private function withdraw(): array {
		return [
			'answer' => 'withdraw',
			'button' => $this->l->t('I take my signature back'),
			'means' => $this->l->t('Your name goes from below the text at once, and nothing of you is kept.'),
		];
	}

	/** @return array<string, mixed> */
	public function refused(): array {
		return $this->cards->sentence(
			$this->l->t('You refused'),
			$this->l->t('Your name and your address are forgotten. So that nobody asks you again to sign this text, only an unreadable mark of your mail address is kept.'),
			$this->l->t('If you change your mind one day, tell somebody of the network.'),
		);
	}

	/** @return array<string, mixed> */
	public function withdrawn(): array {
		return $this->cards->sentence(
			$this->l->t('Your signature is taken back'),
			$this->l->t('Your name stands no more below the text, and nothing of you is kept.'),
			$this->l->t('If you change your mind one day, tell somebody of the network.'),
		);
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link does not work any more'),
			$this->l->t('The question was answered or taken back, the text is there no more, or the link is older than 30 days.'),
			$this->l->t('If you have a question, the mail that brought you here says whom to ask.'),
		);
	}

	/** @return list<array{title: string, text: string}> the text itself where it is one that can be read like this, else what is told of it */
	private function text(OpenSignature $open): array {
		$plain = str_starts_with($open->file->getMimeType(), 'text/') && $open->file->getSize() <= self::SHOWN;
		$text = $plain ? (string)$open->file->getContent() : $open->sheet->text('summary');
		if (!mb_check_encoding($text, 'UTF-8')) {
			return [];
		}
		$text = trim($open->file->getMimeType() === 'text/markdown' ? self::unmarked($text, $open->sheet->getTitle()) : $text);
		return $text === '' ? [] : [['title' => $open->sheet->getTitle(), 'text' => $text]];
	}

	/** Markdown without the marks of headings and emphasis, and without a first heading that says the title again; every word stays. */
	private static function unmarked(string $text, string $title): string {
		$text = preg_replace(['/^#{1,6}[ \t]+/m', '/(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1/s', '/(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/'], ['', '$2', '$2'], $text) ?? $text;
		$lines = explode("\n", ltrim($text), 2);
		return trim($lines[0]) === $title ? $lines[1] ?? '' : $text;
	}

	/** @return list<array{before: string, href: string, text: string}> */
	private function links(OpenSignature $open, string $token): array {
		$base = $this->urls->linkToRoute('reseau.page.index');
		return [
			['before' => '', 'href' => "{$base}sign/$token/text", 'text' => $this->l->t('Open the text as a file: %s', [$open->file->getName()])],
			...($open->isSigned() ? [] : [['before' => $this->l->t('You have an account in %s?', [$this->network->name()]), 'href' => "{$base}library/sheet/{$open->sheet->getFileId()}", 'text' => $this->l->t('Sign with it')]]),
		];
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'name_missing' => $this->l->t('Nothing is answered yet: write your name, as you want to be called.'),
			'version_changed' => $this->l->t('The text was changed after you opened this page. Nothing is answered yet: this is how it is now, please read it again.'),
			default => $this->l->t('Nothing is answered yet: this name cannot be kept. Write it shorter, with letters alone.'),
		};
	}
}
