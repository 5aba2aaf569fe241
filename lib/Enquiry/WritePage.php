<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Showcase\Showcase;
use OCA\Reseau\Showcase\ShowcasePages;
use OCP\IL10N;

/** The pages on which a visitor of the public showcase writes, and sends it by the link in the email that follows. templates/light.php prints them. */
class WritePage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly ShowcasePages $pages,
		private readonly Showcase $showcase,
		private readonly Subjects $subjects,
		private readonly EnquiryText $texts,
		private readonly Network $network,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param string $reason why it was not sent: a reason word of WriteEnquiry::write()
	 * @return array<string, mixed> what templates/light.php names
	 */
	public function form(About $about, string $reason = '', string $name = '', string $address = '', string $text = ''): array {
		return [
			'note' => $this->note($reason),
			'paragraphs' => [$this->readers($about), $this->l->t('They get your name, your email address and your message. Nothing of it is published.')],
			'answers' => [[
				'answer' => 'write',
				'button' => $this->l->t('Continue'),
				'means' => $this->l->t('You get an email with a link: your message is sent only once you press “Send” there. Until then nobody reads it, and after 3 days it is deleted.'),
				'fields' => [
					['name' => 'name', 'label' => $this->l->t('Your name'), 'value' => $name, 'max' => WriteEnquiry::LIMITS['name']],
					['name' => 'email', 'label' => $this->l->t('Your email address'), 'value' => $address, 'max' => WriteEnquiry::LIMITS['email'], 'type' => 'email'],
					['name' => 'text', 'label' => $this->l->t('Your message'), 'value' => $text, 'max' => WriteEnquiry::LIMITS['text'], 'rows' => 8],
				],
			]],
			'links' => [$this->back($about)],
		] + $this->cards->sentence($this->title($about), '', '');
	}

	/** @return array<string, mixed> the same whether an email was sent or not */
	public function written(About $about, Words $words): array {
		return ['told' => [$this->told($words)], 'links' => [$this->back($about)]] + $this->cards->sentence(
			$this->l->t('Check your inbox'),
			$this->l->t('An email is on its way to the address you entered. Open the link in it to send your message.'),
			$this->l->t('No email after 15 minutes? Check your spam folder and the address. Only a few emails a day are sent to one address: keep your message, and write again tomorrow.'),
		);
	}

	/**
	 * Behind the link in the email.
	 *
	 * @param string $reason why it was not sent: a reason word of SendEnquiry::send()
	 * @return array<string, mixed>
	 */
	public function confirm(Enquiry $enquiry, string $reason = ''): array {
		$words = $this->texts->read($enquiry);
		// What is no longer shown is not named either.
		$about = $this->subjects->ifShown($enquiry->type(), $enquiry->getAboutId());
		$page = ['told' => $words === null ? [] : [$this->told($words)]];
		$delete = ['answer' => 'delete', 'button' => $this->l->t('Delete what I wrote'), 'means' => $enquiry->isSent()
			? $this->l->t('It is deleted here for everybody. Emails that were sent with it stay where they are.')
			: $this->l->t('Nothing of it is kept.')];
		if ($enquiry->isSent()) {
			return $page + ['answers' => [$delete], 'links' => $about === null ? [] : [$this->back($about)]] + $this->cards->sentence(
				$this->l->t('Your message was sent'),
				$this->l->t('It was sent on %s. The answer comes by email.', [$this->cards->day($this->days->of((int)$enquiry->getSentAt()))]),
				$this->l->t('It is deleted after 12 months at the latest.'),
			);
		}
		return $page + [
			'note' => $this->note(match (true) {
				$about === null => 'not_found',
				$words === null => 'not_readable',
				default => $reason,
			}),
			'paragraphs' => [$about === null ? '' : $this->readers($about)],
			'answers' => [
				...$about === null || $words === null ? [] : [[
					'answer' => 'send',
					'button' => $this->l->t('Send'),
					'means' => $this->l->t('They get your name, your email address and your message. Nothing of it is published.'),
				]],
				$delete,
			],
			'links' => $about === null || $words !== null ? [] : [$this->back($about)],
		] + $this->cards->sentence(
			$about === null ? $this->l->t('Your message') : $this->title($about),
			'',
			$this->l->t('If you did not write this, delete it or close this page: nobody reads it, and it is deleted after 3 days.'),
		);
	}

	/** @return array<string, mixed> */
	public function deleted(): array {
		return $this->cards->sentence($this->l->t('Deleted'), $this->l->t('Nothing of what you wrote is kept here.'), '');
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('It is older than 3 days, or the message was deleted.'),
			'',
		);
	}

	/** @return array<string, mixed> as of everything that is not in the showcase */
	public function notShown(): array {
		return $this->pages->gone();
	}

	private function title(About $about): string {
		return match ($about->type) {
			AboutType::Notice => $this->l->t('Answer the notice “%s”', [$about->title]),
			AboutType::Group => $this->l->t('Write to the group “%s”', [$about->title]),
			AboutType::Network => $this->l->t('Write to %s', [$about->title]),
		};
	}

	private function readers(About $about): string {
		return match ($about->type) {
			AboutType::Notice => $this->l->t('Its author reads your message. If they have no account, the person who keeps their card reads it, or the facilitators of %s if nobody keeps it.', [$this->network->name()]),
			AboutType::Group => $this->l->t('Those who facilitate the group read your message. If nobody does, the facilitators of %s read it.', [$this->network->name()]),
			AboutType::Network => $this->l->t('The facilitators of %s read your message.', [$about->title]),
		};
	}

	/** @return array{before: string, href: string, text: string} */
	private function back(About $about): array {
		return ['before' => '', 'href' => $this->showcase->address($about->page()), 'text' => $about->title];
	}

	/** @return array{title: string, text: string} */
	private function told(Words $words): array {
		return ['title' => $words->name, 'text' => $words->text];
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'name_missing' => $this->l->t('This was not sent: enter your name.'),
			'text_missing' => $this->l->t('This was not sent: write something first.'),
			'bad_address' => $this->l->t('This was not sent: it is not an email address. It looks like name@example.org.'),
			'enough_mails' => $this->l->t('This was not sent: many people have written within an hour. Try again later.'),
			'enough_of_one' => $this->l->t('This was not sent: too many messages have come from your internet connection. Try again tomorrow.'),
			'mail_failed' => $this->l->t('The email could not be sent. Check the address, and try again later.'),
			'not_found' => $this->l->t('Your message cannot be sent: what it is about is no longer shown.'),
			'not_readable' => $this->l->t('What you wrote can no longer be read. Write it again.'),
			'enough_enquiries' => $this->l->t('This was not sent: many people have written today. Open the link of the email again tomorrow.'),
			default => $this->l->t('This was not sent: something in it is too long, or contains characters that cannot be saved.'),
		};
	}
}
